import { useState } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { copyWhenReady } from './copy';
import { CheckIcon, CopyIcon } from './icons';
import { Worded } from './worded';

/** What to do when the admin may not change the policy: the page where it is changed, and a text for who may. */
export function EnableTapRequest({ page, request }: { page: string; request: string }) {
  const [copied, setCopied] = useState<boolean>();

  async function copy(): Promise<void> {
    const copying = copyWhenReady(Promise.resolve(request));
    // Cleared first, so that a second copy is told like the first.
    setCopied(undefined);
    setCopied(await copying);
  }

  return (
    <section class="request">
      <p>
        <Worded
          text="adminCanChange"
          with={{
            place: (
              <a href={page} target="_blank" rel="noreferrer">
                {text('inAdminCenter')}
              </a>
            ),
          }}
        />
      </p>
      <details>
        <summary>{text('requestToSend')}</summary>
        <p class="text" dir="auto">
          {request}
        </p>
      </details>
      <div class="buttons">
        <button type="button" onClick={copy}>
          <CopyIcon />
          {text('copyRequest')}
        </button>
        <p role="status" class="success">
          {copied && <CheckIcon />}
          {copied !== undefined && text(copied ? 'copied' : 'couldNotCopyRequest')}
        </p>
      </div>
    </section>
  );
}
