import { element } from '../look/element.js';

/** Origin of the shell around this frame, as the frame's own address names it. */
export const shellOrigin = new URLSearchParams(location.search).get('trustedAuthority') ?? '';

/** Says something to the shell: `ready`, `title`, `navigate`, `openPane`, `closePane`. */
export function say(message) {
  parent.postMessage(message, shellOrigin);
}

/** A link to another blade. Blades own no address: they ask the shell to go there. */
export function bladeLink(words, hash) {
  return element(
    'a',
    {
      href: `${shellOrigin}/${hash}`,
      onclick(event) {
        event.preventDefault();
        say({ kind: 'navigate', hash });
      },
    },
    words,
  );
}

/** Where a user's page is. */
export function userHash(id, menu = 'overview') {
  return `#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/${menu}/userId/${encodeURIComponent(id)}/hidePreviewBanner~/true`;
}

/** Reads from the portal's backend; undefined when there is no such thing. */
export async function read(path, tenant) {
  const answer = await fetch(`/api/${path}?tenant=${encodeURIComponent(tenant)}`);
  return answer.ok ? await answer.json() : undefined;
}

/** Sends something to the portal's backend. */
export async function send(method, path, tenant, body) {
  const answer = await fetch(`/api/${path}?tenant=${encodeURIComponent(tenant)}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { ok: answer.ok, body: answer.status === 204 ? undefined : await answer.json() };
}
