import type { Guest } from '../utils/messages';
import { Notice } from './notice';

/** What to know of an account before it gets a pass. */
export function Caveats({ guest }: { guest: Guest }) {
  return (
    <>
      {guest.externalUserType === 'uncertain' && (
        <Notice kind="info">
          Microsoft Graph does not tell whether this account signs in in this tenant. Check it before you
          issue a pass.
        </Notice>
      )}
      {!guest.accountEnabled && (
        <Notice kind="warning">The user can't sign in with a pass until the account is enabled.</Notice>
      )}
    </>
  );
}

/**
 * Said where a user principal name may be taken for somebody else's. Security: Entra allows letters and digits of
 * ASCII and `'.-_!#^~` in it, so whatever else stands there, seen or not, can be a deception.
 * https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy
 */
export function LookAlike({ guest }: { guest: Guest }) {
  if (!/[^!-~]/.test(guest.userPrincipalName)) return null;
  return (
    <Notice kind="warning">
      This sign-in name contains characters that look like others. Compare it letter by letter before you hand
      over a pass.
    </Notice>
  );
}
