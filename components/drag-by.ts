import { call } from '../utils/messages';
import type { Dock } from './use-dock';

/** Less is a click of an unsteady hand. */
const threshold = 4;

type Grip = { screenX: number; screenY: number; zoom: number; moves?: true };

/**
 * Lets a pointer drag the panel by this element, but for the buttons in it that have a use of their own; a double click
 * docks it. Gives back how to end that.
 */
export function dragBy(element: HTMLElement, dock: Pick<Dock, 'drag' | 'drop' | 'home'>): () => void {
  const life = new AbortController();
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    hear: (event: HTMLElementEventMap[Name]) => void,
  ) => element.addEventListener(name, hear, { signal: life.signal });
  let grip: Grip | undefined;

  async function take({ button, target, pointerId, screenX, screenY }: PointerEvent): Promise<void> {
    if (button !== 0 || (target as Element).closest('button:not(.move)')) return;
    element.setPointerCapture(pointerId);
    const taken: Grip = { screenX, screenY, zoom: 1 };
    grip = taken;
    const zoom = await call('readZoom');
    if (zoom.ok) taken.zoom = zoom.value;
  }

  function follow({ screenX, screenY }: PointerEvent): void {
    if (!grip) return;
    // The screen stays while the panel moves under the pointer; its pixels are those of a page that is not zoomed.
    const x = (screenX - grip.screenX) / grip.zoom;
    const y = (screenY - grip.screenY) / grip.zoom;
    if (!grip.moves && Math.hypot(x, y) < threshold) return;
    grip.moves = true;
    dock.drag({ x, y });
  }
  function letGo(): void {
    if (grip?.moves) dock.drop();
    grip = undefined;
  }
  on('pointerdown', take);
  on('pointermove', follow);
  on('pointerup', letGo);
  on('pointercancel', letGo);
  on('dblclick', ({ target }) => (target as Element).closest('button') || dock.home());
  return () => life.abort();
}
