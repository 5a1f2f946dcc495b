import { type ComponentChildren, Fragment } from 'preact';
import { type TextKey, textParts } from '../utils/interface-text';

/** A text with elements in the places of its `{name}`s, and what stands between `**` bold. */
export function Worded({
  text,
  with: elements = {},
}: {
  text: TextKey;
  with?: Record<string, ComponentChildren>;
}) {
  return (
    <>
      {textParts(text).map((part, index) => (
        <Fragment key={part}>{index % 2 ? elements[part] : bolded(part)}</Fragment>
      ))}
    </>
  );
}

const bolded = (part: string): ComponentChildren =>
  part.split('**').map((words, index) => (index % 2 ? <b key={words}>{words}</b> : words));
