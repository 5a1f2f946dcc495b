import type { SandboxTenant } from '../state';

const mark = 'admin_consent';

/**
 * A request for admin consent as the sign-in that comes before it: the person signs in and is asked, whatever is
 * granted already. https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function adminConsentRequest(query: URLSearchParams): URLSearchParams {
  const request = new URLSearchParams({ [mark]: 'v2', prompt: 'consent' });
  for (const name of ['client_id', 'scope', 'redirect_uri', 'state'])
    if (query.has(name)) request.set(name, query.get(name) ?? '');
  return request;
}

/** Whether such a request is meant; nobody gets a code for it. */
export const isAdminConsent = (request: URLSearchParams) => request.has(mark);

/** Where an admin who has consented is sent. */
export function adminConsentRedirect(request: URLSearchParams, tenant: SandboxTenant): string {
  const answer = new URLSearchParams({
    admin_consent: 'True',
    tenant: tenant.id,
    scope: request.get('scope') ?? '',
    ...(request.has('state') ? { state: request.get('state') ?? '' } : {}),
  });
  return `${request.get('redirect_uri')}?${answer}`;
}
