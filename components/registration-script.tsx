import type { ComponentChildren } from 'preact';
import { CopyButton } from './copy-button';

/** A text to run elsewhere, with what it takes; `copy` names the button that copies it. */
export function RegistrationScript(props: { copy: string; text: string; children: ComponentChildren }) {
  const { copy, text, children } = props;
  return (
    <>
      <p>{children}</p>
      {/* With a keyboard it can be scrolled only where it takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <pre dir="ltr" tabIndex={0}>
        {text}
      </pre>
      <CopyButton text={text}>{copy}</CopyButton>
    </>
  );
}
