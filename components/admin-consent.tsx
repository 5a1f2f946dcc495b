import { text } from '../utils/interface-text';
import { CopyButton } from './copy-button';
import { Notice } from './notice';
import { Worded } from './worded';

/** The way to the permissions that are missing: for who may grant them, or to be passed on to who may. */
export function AdminConsent({ link }: { link: string }) {
  return (
    <Notice kind="info">
      <p>
        <Worded text="adminConsentHint" />
      </p>
      <div class="consent-link">
        <a href={link} target="_blank" rel="noreferrer">
          {text('grantAdminConsent')}
        </a>
        <CopyButton text={link}>{text('copyLink')}</CopyButton>
      </div>
    </Notice>
  );
}
