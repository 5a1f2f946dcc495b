import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { copyWhenReady } from './copy';
import { CopyIcon } from './icons';

/** Copies a text that stands beside it on the page, and says so. */
export function CopyButton({ text: copied, children }: { text: string; children: ComponentChildren }) {
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    setSaid('');
    const worked = await copyWhenReady(Promise.resolve(copied));
    setSaid(text(worked ? 'copied' : 'couldNotCopyText'));
  }

  return (
    <div class="copy">
      <button type="button" onClick={copy}>
        <CopyIcon />
        {children}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
