import { useState } from 'preact/hooks';
import { copyWhenReady } from './copy';
import { CheckIcon, CopyIcon } from './icons';

/** What to do when the admin may not change the policy: the page where it is changed, and a text for who may. */
export function EnableTapRequest({ page, text }: { page: string; text: string }) {
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    const copying = copyWhenReady(Promise.resolve(text));
    // Cleared first, so that a second copy is told like the first.
    setSaid('');
    setSaid((await copying) ? 'Copied' : 'Could not copy. Open the request and copy it by hand.');
  }

  return (
    <section class="request">
      <p>
        An Authentication Policy Administrator can change it{' '}
        <a href={page} target="_blank" rel="noreferrer">
          in the Microsoft Entra admin center
        </a>
        .
      </p>
      <details>
        <summary>Request to send</summary>
        <p class="text" dir="auto">
          {text}
        </p>
      </details>
      <div class="buttons">
        <button type="button" onClick={copy}>
          <CopyIcon />
          Copy request
        </button>
        <p role="status" class="success">
          {said === 'Copied' && <CheckIcon />}
          {said}
        </p>
      </div>
    </section>
  );
}
