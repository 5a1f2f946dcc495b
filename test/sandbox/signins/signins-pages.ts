import { readFileSync } from 'node:fs';
import type { SandboxUser } from '../state';
import { nameOf, registrable } from './registrable-methods';

const style = readFileSync(new URL('./signins.css', import.meta.url), 'utf8');

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const alert = (words: string | undefined) => (words ? `<p role="alert">${escapeHtml(words)}</p>` : '');

function page(title: string, bodyClass: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>${style}</style></head>
<body class="${bodyClass}">${body}</body></html>`;
}

/** The first sign-in: name and pass on one card. `action` carries the tenant the address named. */
export function signInPage(action: string, name = '', error?: string): string {
  return page(
    'Sign in to your account',
    'sign-in',
    `<main class="card"><p class="brand">Sandbox Entra ID</p><h1>Sign in</h1>${alert(error)}
<form method="post" action="${escapeHtml(action)}">
<label for="name">Sign-in name</label>
<input id="name" name="name" autocomplete="username" required value="${escapeHtml(name)}" autofocus>
<label for="pass">Temporary Access Pass</label>
<input id="pass" name="pass" type="password" autocomplete="one-time-code" required>
<button class="primary">Sign in</button>
</form></main>`,
  );
}

/** Security info: what is registered, and the way to another method. */
export function securityInfoPage(user: SandboxUser, canRegister: boolean, said?: string): string {
  const methods = user._methods.map((method) => `<li>${escapeHtml(nameOf(method))}</li>`).join('');
  const choices = registrable.map(({ key, name }) => `<button name="method" value="${key}">${name}</button>`);
  const adding = canRegister
    ? `<button class="add" popovertarget="choices">Add sign-in method</button>
<form id="choices" popover method="post" action="/security-info/methods" aria-label="Add a sign-in method">
<h2>Add a sign-in method</h2>${choices.join('')}</form>`
    : `<p role="note">To add a sign-in method, sign in again: the last sign-in is more than 10 minutes ago.</p>`;
  return page(
    'My Sign-Ins | Security info',
    'info',
    `<header><span class="product">My Sign-Ins</span><span>${escapeHtml(user.userPrincipalName)}</span>
<form method="post" action="/security-info/sign-out"><button class="plain">Sign out</button></form></header>
<div class="columns"><nav aria-label="My account"><span>Overview</span><span aria-current="page">Security info</span>
<span>Organizations</span><span>Devices</span><span>Privacy</span></nav>
<main><h1>Security info</h1><p>These are the methods you use to sign into your account or reset your password.</p>
${said ? `<p role="status">${escapeHtml(said)}</p>` : ''}${adding}
<ul aria-label="Registered methods">${methods}</ul></main></div>`,
  );
}
