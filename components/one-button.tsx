import type { ComponentChildren } from 'preact';

/** A state with one way on: `label` names its button, `busy` that it is being gone. */
export function OneButton(props: {
  title: string;
  label: string;
  press: (event: Event) => void;
  busy: boolean;
  children: ComponentChildren;
}) {
  const { title, label, press, busy, children } = props;
  return (
    <>
      <h2 tabIndex={-1} data-focus>
        {title}
      </h2>
      <p>{children}</p>
      <button type="button" class="primary wide" aria-disabled={busy} onClick={press}>
        {busy && <span class="spinner" />}
        {label}
      </button>
    </>
  );
}
