import { text } from '../utils/interface-text';
import type { ReadyTarget } from './target-reader';
import type { OptionsActions, OptionsView } from './use-draft';

/** The disclosure with all that the admin may choose for the next pass. */
export function PassOptions(props: {
  target: ReadyTarget;
  view: OptionsView;
  now: number;
  on: OptionsActions;
}) {
  const { isOpen, Fields } = props.view;
  return (
    <details
      class="options"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => open !== isOpen && props.on.toggle(open)}
    >
      <summary>{text('optionsButton')}</summary>
      {isOpen && Fields && <Fields {...props} />}
    </details>
  );
}
