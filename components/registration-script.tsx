import type { ComponentChildren } from 'preact';
import { CopyButton } from './copy-button';

/** A text to run elsewhere, with what it takes; `name` says what is copied. */
export function RegistrationScript(props: { name: string; text: string; children: ComponentChildren }) {
  const { name, text, children } = props;
  return (
    <>
      <p>{children}</p>
      {/* With a keyboard it can be scrolled only where it takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <pre dir="ltr" tabIndex={0}>
        {text}
      </pre>
      <CopyButton text={text}>Copy {name}</CopyButton>
    </>
  );
}
