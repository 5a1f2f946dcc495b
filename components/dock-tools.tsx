import { useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { CollapseIcon } from './dock-icons';
import { dragBy } from './drag-by';
import { MoveHandle } from './move-handle';
import type { Dock } from './use-dock';

/** What the head of a card on the portal's page has on it: the handle that moves the card, and the way to make it small. */
export function DockTools({ dock }: { dock: Dock }) {
  const own = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const head = own.current?.closest('header');
    return head ? dragBy(head, dock) : undefined;
    // Not anew when it is moved.
  }, []);
  return (
    <span class="tools" ref={own}>
      <MoveHandle dock={dock} />
      <button
        type="button"
        class="collapse"
        aria-label={text('collapse')}
        title={text('collapse')}
        onClick={dock.collapse}
      >
        <CollapseIcon />
      </button>
    </span>
  );
}
