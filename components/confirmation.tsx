import { useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { focusOn } from './focus-on';

/** Asks once, in place, what can't be undone. It takes the focus, and gives it back when it goes. */
export function Confirmation(props: {
  question: string;
  consequence: string;
  /** A second sentence. */
  effect?: string;
  /** The words of the button that does it. */
  action: string;
  /** The action can't be taken yet. */
  waits?: boolean;
  on: { confirm: (event: Event) => void; cancel: () => void };
}) {
  const { question, consequence, effect, action, waits = false, on } = props;
  const legend = useRef<HTMLLegendElement>(null);

  useLayoutEffect(() => {
    const before = document.activeElement;
    focusOn(legend.current);
    return () => before instanceof HTMLElement && before.focus();
  }, []);

  return (
    <fieldset class="confirm" onKeyDown={(event) => event.key === 'Escape' && on.cancel()}>
      <legend ref={legend} tabIndex={-1}>
        {question}
      </legend>
      <p>{consequence}</p>
      {effect && <p>{effect}</p>}
      <div class="buttons">
        <button type="button" class="primary" aria-disabled={waits} onClick={on.confirm}>
          {action}
        </button>
        <button type="button" onClick={on.cancel}>
          {text('cancel')}
        </button>
      </div>
    </fieldset>
  );
}
