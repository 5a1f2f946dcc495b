import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Keeps the frame as tall as the card in it (`want`, CSS pixels): a taller one would swallow clicks meant for the portal. */
export function useFittedFrame(card: RefObject<HTMLElement | null>, want: (height: number) => void): void {
  const told = useRef(0);
  const measure = () => {
    if (!card.current?.offsetHeight) return;
    const height = naturalHeightOf(card.current);
    if (height !== told.current) want(height);
    told.current = height;
  };
  useLayoutEffect(measure);
  useEffect(() => {
    // A part of the card may draw itself anew, and a disclosure opens; a hidden frame has no size until it is shown.
    const changed = new MutationObserver(measure);
    changed.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    const resized = new ResizeObserver(measure);
    resized.observe(document.documentElement);
    return () => {
      changed.disconnect();
      resized.disconnect();
    };
  }, [card]);
}

/** The card with nothing scrolled away, and the room its shadow takes. */
function naturalHeightOf(card: HTMLElement): number {
  const { paddingTop, paddingBottom } = getComputedStyle(card.parentElement as HTMLElement);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  const hidden = [card, ...card.children].reduce(
    (sum, part) => sum + part.scrollHeight - part.clientHeight,
    0,
  );
  return Math.ceil(padding + card.offsetHeight + hidden);
}
