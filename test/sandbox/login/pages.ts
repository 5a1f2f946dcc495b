import type { SandboxUser } from '../state';

/** What every page of a sign-in carries along: where its form goes and the request it is part of. */
export type PageFrame = {
  action: string;
  /** The query of the authorize request. */
  request: string;
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const style = `
:root { color-scheme: light dark; font: 15px/1.4 'Segoe UI', system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef1f6; color: #1b1b1b; }
main { box-sizing: border-box; width: min(440px, 100vw); padding: 44px; background: #fff; box-shadow: 0 2px 6px #0003; }
.brand { margin: 0 0 16px; font-size: 13px; color: #616161; }
h1 { margin: 0 0 16px; font-size: 24px; font-weight: 600; }
label { display: block; margin: 16px 0 4px; font-size: 13px; }
input:not([type=checkbox]) { box-sizing: border-box; width: 100%; padding: 6px 0; font: inherit; color: inherit; background: none; border: 0; border-bottom: 1px solid #666; }
input:focus { outline: 0; border-bottom: 2px solid #0067b8; }
.row { display: flex; flex-flow: row-reverse wrap; gap: 8px; margin-top: 24px; }
button { min-width: 108px; padding: 6px 12px; font: inherit; border: 0; background: #ccc; color: #1b1b1b; cursor: pointer; }
button.primary { background: #0067b8; color: #fff; }
button:focus-visible { outline: 2px solid #1b1b1b; outline-offset: 1px; }
button.account { display: block; width: 100%; padding: 12px; margin-bottom: 4px; text-align: start; background: #f4f4f4; }
button.account small { display: block; color: #555; }
[role=alert] { color: #c50f1f; font-size: 13px; }
.code { margin-top: 24px; font: 12px/1.5 Consolas, monospace; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { background: #1b1b1b; color: #eee; } main { background: #292929; } .brand, button.account small { color: #bbb; }
  button { background: #505050; color: #fff; } button.account { background: #333; } [role=alert] { color: #ff99a4; }
  input:focus { border-color: #5ab0ef; } button:focus-visible { outline-color: #fff; }
}`;

const button = (name: string, value: string, kind = '') =>
  `<button name="do" value="${escapeHtml(value)}"${kind && ` class="${kind}"`}>${name}</button>`;

const field = (label: string, name: string, type: string, value: string, autocomplete: string) =>
  `<label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" value="${escapeHtml(value)}" autocomplete="${autocomplete}" autofocus>`;

const hidden = (name: string, value: string) =>
  `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;

const alert = (error: string | undefined) => (error ? `<p role="alert">${escapeHtml(error)}</p>` : '');

// The first button is the one that Enter presses, so the main one comes first and is drawn last.
const row = (...buttons: string[]) => `<div class="row">${buttons.join('')}</div>`;

/** A whole page: a card with a heading and what stands in it. */
export function card(heading: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(heading)}</title>
<meta name="viewport" content="width=device-width"><style>${style}</style></head>
<body><main><p class="brand">Sandbox Entra ID</p><h1>${escapeHtml(heading)}</h1>${content}</main></body></html>`;
}

function form(frame: PageFrame, heading: string, content: string): string {
  return card(
    heading,
    `<form method="post" action="${escapeHtml(frame.action)}">${hidden('request', frame.request)}${content}</form>`,
  );
}

/** Asks for the sign-in name. */
export function namePage(frame: PageFrame, name = '', error?: string): string {
  const next = row(button('Next', 'name', 'primary'), button('Cancel', 'cancel'));
  return form(
    frame,
    'Sign in',
    `${alert(error)}${field('Sign-in name', 'login', 'text', name, 'username')}${next}`,
  );
}

/** Asks for the password of a known account. */
export function passwordPage(frame: PageFrame, name: string, error?: string): string {
  const content = `<p>${escapeHtml(name)}</p>${hidden('login', name)}${alert(error)}
${field('Password', 'passwd', 'password', '', 'current-password')}
${row(button('Sign in', 'password', 'primary'), button('Cancel', 'cancel'))}`;
  return form(frame, 'Enter password', content);
}

/** Lets the person choose among the accounts signed in in this browser. */
export function pickPage(frame: PageFrame, accounts: { homeAccountId: string; user: SandboxUser }[]): string {
  const tiles = accounts.map(({ homeAccountId, user }) => {
    const name = `${escapeHtml(user.displayName)} <small>${escapeHtml(user.userPrincipalName)}</small>`;
    return button(name, `pick:${homeAccountId}`, 'account');
  });
  tiles.push(button('Use another account', 'other', 'account'));
  return form(frame, 'Pick an account', `${tiles.join('')}${row(button('Cancel', 'cancel'))}`);
}

/** Stands for the second factor: one button approves. */
export function approvePage(frame: PageFrame, homeAccountId: string, name: string): string {
  const content = `<p>${escapeHtml(name)}</p><p>Open your Authenticator app and approve the request to sign in.</p>
${hidden('account', homeAccountId)}${row(button('Approve', 'approve', 'primary'), button('Cancel', 'cancel'))}`;
  return form(frame, 'Approve sign in request', content);
}

/** Asks the person to grant permissions, and an administrator whether for everybody. */
export function consentPage(
  frame: PageFrame,
  homeAccountId: string,
  name: string,
  scopes: string[],
  forEverybody: boolean,
): string {
  const checkbox = forEverybody
    ? '<p><label for="org"><input id="org" name="org" type="checkbox" value="1"> Consent on behalf of your organization</label></p>'
    : '';
  const content = `<p>${escapeHtml(name)}</p><p>This app would like to:</p>
<ul>${scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('')}</ul>${checkbox}
${hidden('account', homeAccountId)}${row(button('Accept', 'accept', 'primary'), button('Cancel', 'decline'))}`;
  return form(frame, 'Permissions requested', content);
}

/** Tells a person without the right role who can grant the permissions. */
export function adminNeededPage(frame: PageFrame, name: string, error: string): string {
  const content = `<p>${escapeHtml(name)}</p>
<p>This app needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.</p>
<p class="code">${escapeHtml(error)}</p>
${row(button('Return to the application without granting consent', 'decline', 'primary'), button('Use another account', 'other'))}`;
  return form(frame, 'Need admin approval', content);
}

/** A refusal: it stays on the page, for the app could not be trusted with it or could do nothing. */
export function errorPage(error: string, frame?: PageFrame): string {
  const content = `<p>Sorry, but we’re having trouble signing you in.</p><p class="code" role="alert">${escapeHtml(error)}</p>`;
  if (!frame) return card('Sign in', content);
  return form(
    frame,
    'Sign in',
    `${content}${row(button('Use another account', 'other'), button('Cancel', 'cancel'))}`,
  );
}
