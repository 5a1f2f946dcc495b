import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { copyWhenReady } from './copy';
import { CopyIcon } from './icons';

/** Copies a text that stands beside it on the page, and says so. */
export function CopyButton({ text, children }: { text: string; children: ComponentChildren }) {
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    setSaid('');
    const copied = await copyWhenReady(Promise.resolve(text));
    setSaid(copied ? 'Copied' : 'Could not copy. Select the text and copy it.');
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
