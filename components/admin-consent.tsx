import { CopyButton } from './copy-button';
import { Notice } from './notice';

/** The way to the permissions that are missing: for who may grant them, or to be passed on to who may. */
export function AdminConsent({ link }: { link: string }) {
  return (
    <Notice kind="info">
      <p>
        A <b>Cloud Application Administrator</b> or <b>Privileged Role Administrator</b> grants the
        permissions for the whole tenant. After <b>Accept</b> the browser ends on a page that can't be
        reached: the permissions are granted all the same. Then test again.
      </p>
      <div class="consent-link">
        <a href={link} target="_blank" rel="noreferrer">
          Grant admin consent
        </a>
        <CopyButton text={link}>Copy the link</CopyButton>
      </div>
    </Notice>
  );
}
