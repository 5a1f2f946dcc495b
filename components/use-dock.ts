import { createRef, type RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Stance } from '../utils/panel-messages';
import { focusOn } from './focus-on';
import { firstStance, type PortalPort } from './portal-port';

/** The panel's place on the page, and what the admin does with it. */
export type Dock = Stance & {
  /** Goes around all that the panel draws. */
  around: RefObject<HTMLDivElement | null>;
  /** Takes the keyboard along, once what it is to go to is drawn. */
  arrive(): void;
  collapse(): void;
  open(): void;
  /** So many CSS pixels from where it was when it was taken; `drop` lets it go. */
  drag(by: { x: number; y: number }): void;
  drop(): void;
  home(): void;
};

/** Where the keyboard goes after the next change: to what is there first. */
const ways = {
  tab: ['.tab'],
  collapse: ['.collapse'],
  work: ['.primary', '.collapse'],
};

/** Keeps up with where the panel stands. */
export function useDock(portal: PortalPort): Dock {
  const [stance, setStance] = useState(firstStance);
  const [around] = useState(() => createRef<HTMLDivElement>());
  const goTo = useRef<keyof typeof ways>(undefined);
  const [asked, setAsked] = useState(0);

  // In the same turn as whoever starts the line, or what comes before the browser has drawn would be lost.
  useLayoutEffect(() => {
    portal.listenToStance((heard) => {
      if (heard !== 'focus') return setStance(heard);
      goTo.current ??= 'work';
      setAsked((times) => times + 1);
    });
  }, [portal]);
  function arrive(): void {
    const way = goTo.current;
    if (!way || stance.collapsed !== (way === 'tab')) return;
    const place = ways[way].map((place) => around.current?.querySelector<HTMLElement>(place)).find(Boolean);
    if (place) goTo.current = undefined;
    // Whoever works in the panel already stays where they are.
    if (way !== 'work' || !around.current?.querySelector(':focus')) focusOn(place);
  }
  useLayoutEffect(arrive, [stance.collapsed, asked]);

  return {
    ...stance,
    around,
    arrive,
    collapse() {
      goTo.current = 'tab';
      // Before the frame is small: or for a moment it would show a corner of the card.
      setStance({ ...stance, collapsed: true });
      portal.tell({ collapsed: true });
    },
    open() {
      goTo.current = 'collapse';
      portal.tell({ collapsed: false });
    },
    drag: (drag) => portal.tell({ drag }),
    drop: () => portal.tell({ drop: true }),
    home: () => portal.tell({ home: true }),
  };
}
