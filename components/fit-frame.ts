import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';

let told = 0;

/**
 * Keeps the frame as tall as the card in it: a taller one would swallow clicks meant for the portal. The
 * content script is told by extension messaging, so the page hears nothing.
 */
export function useFittedFrame(card: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => void fitFrame(card.current));
  useEffect(() => {
    const fit = () => fitFrame(card.current);
    // A disclosure opens without anything being drawn anew; a hidden frame has no size until it is shown.
    document.addEventListener('toggle', fit, { capture: true });
    const resized = new ResizeObserver(fit);
    resized.observe(document.documentElement);
    return () => {
      document.removeEventListener('toggle', fit, { capture: true });
      resized.disconnect();
    };
  }, [card]);
}

async function fitFrame(card: HTMLElement | null): Promise<void> {
  if (!card?.offsetHeight) return;
  const height = naturalHeightOf(card);
  if (height === told) return;
  told = height;
  try {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.sendMessage(tab.id, { height }, { frameId: 0 });
  } catch {
    // Not framed by a portal page, or that page outlived its content script: nobody to fit for.
  }
}

/** The card with nothing scrolled away, and the room its shadow takes. */
function naturalHeightOf(card: HTMLElement): number {
  const around = card.parentElement ? getComputedStyle(card.parentElement) : undefined;
  const padding =
    Number.parseFloat(around?.paddingTop ?? '0') + Number.parseFloat(around?.paddingBottom ?? '0');
  const hidden = [card, ...card.children].reduce(
    (sum, part) => sum + part.scrollHeight - part.clientHeight,
    0,
  );
  return Math.ceil(padding + card.offsetHeight + hidden);
}
