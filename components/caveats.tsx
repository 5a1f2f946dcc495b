import { text } from '../utils/interface-text';
import type { Guest } from '../utils/messages';
import { Notice } from './notice';

/** What to know of an account wherever it is named. */
export function NameCaveats({ guest }: { guest: Guest }) {
  return (
    <>
      {!guest.accountEnabled && <span class="badge warning">{text('accountDisabled')}</span>}
      {isLookAlike(guest) && <Notice kind="warning">{text('looksLikeOther')}</Notice>}
    </>
  );
}

/**
 * The name may be taken for somebody else's. Security: Entra allows letters and digits of ASCII and `'.-_!#^~` in a
 * user principal name, so whatever else stands there, seen or not, can be a deception.
 * https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy
 */
const isLookAlike = ({ userPrincipalName }: Guest) => /[^!-~]/.test(userPrincipalName);

/** What to know of an account before it gets a pass. */
export function PassCaveats({ guest }: { guest: Guest }) {
  return (
    <>
      {guest.externalUserType === 'uncertain' && <Notice kind="info">{text('mayBeExternal')}</Notice>}
      {!guest.accountEnabled && <Notice kind="warning">{text('enableAccountFirst')}</Notice>}
    </>
  );
}
