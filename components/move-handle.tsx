import { useRef } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { MoveIcon } from './dock-icons';
import type { Dock } from './use-dock';

const small = 16;
const large = 64;
const directions: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What the keyboard moves the panel with: arrow keys, with Shift in larger steps; Home docks it, Esc leaves. */
export function MoveHandle({ dock }: { dock: Pick<Dock, 'drag' | 'drop' | 'home'> }) {
  const moved = useRef({ x: 0, y: 0 });

  function letGo(): void {
    if (moved.current.x || moved.current.y) dock.drop();
    moved.current = { x: 0, y: 0 };
  }

  function onKeyDown(event: KeyboardEvent): void {
    const [x, y] = directions[event.key] ?? [];
    if (event.key === 'Home') dock.home();
    else if (event.key === 'Escape') (event.currentTarget as HTMLElement).blur();
    else if (x !== undefined && y !== undefined) {
      const step = event.shiftKey ? large : small;
      moved.current = { x: moved.current.x + x * step, y: moved.current.y + y * step };
      dock.drag(moved.current);
    } else return;
    event.preventDefault();
  }
  return (
    <button
      type="button"
      class="move"
      aria-label={text('move')}
      title={text('moveHint')}
      onKeyDown={onKeyDown}
      onKeyUp={letGo}
      onBlur={letGo}
    >
      <MoveIcon />
    </button>
  );
}
