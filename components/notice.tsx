import type { ComponentChildren } from 'preact';
import { ErrorIcon, InfoIcon, WarningIcon } from './icons';

const icons = { info: InfoIcon, warning: WarningIcon, danger: ErrorIcon };

/** A message that stays until its cause is gone; `danger` interrupts a screen reader, the others do not. */
export function Notice(props: { kind: keyof typeof icons; children: ComponentChildren }) {
  const Icon = icons[props.kind];
  return (
    <div class={`notice ${props.kind}`} role={props.kind === 'danger' ? 'alert' : undefined}>
      <Icon />
      <div>{props.children}</div>
    </div>
  );
}
