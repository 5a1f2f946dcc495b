import type { FrameParts, FrameSight } from './frame-sight';
import { setBox } from './panel-host';
import type { FromPanel, Stance } from './panel-messages';
import { boxOf, docked, movedBy, rectOf, type Stand } from './panel-place';
import { isUnderContextPane } from './portal-hints';

/** A panel on the page, as far as its place goes. */
export type Standing = { parts: FrameParts; sight: FrameSight; tell: (stance: Stance) => void };

/** Keeps the panel in its place, whatever becomes of the window, and says where that is. */
export type PanelStand = {
  /** Where the admin left it, perhaps in another tab. */
  recall(stand: Stand): void;
  /** From now on this one stands there. */
  seat(panel: Standing): void;
  stance(): Stance;
  /** What the panel says of its place and size. */
  hear(message: FromPanel): void;
  open(): void;
  /** Looks at window and portal again. */
  look(): void;
};

/** `keep` is called with what the admin wants from now on. */
export function createPanelStand(keep: (stand: Stand) => void): PanelStand {
  let stand = docked;
  let panel: Standing | undefined;
  // Of a guest without a pass; the panel tells.
  let height = 373;
  let grabbed: Stand | undefined;
  /** A pane of the portal needs the place. */
  let aside = false;
  /** The admin opened the panel all the same; that holds until the pane is gone. */
  let insists = false;
  let drawn = '';

  const room = () => ({ width: innerWidth, height: innerHeight });
  const stance = (): Stance => ({ collapsed: stand.collapsed || (aside && !insists), side: stand.side });

  function draw(): void {
    if (!panel) return;
    const now = { ...stand, ...stance() };
    const box = boxOf(now, room(), height);
    const key = JSON.stringify([box, now.collapsed]);
    if (key === drawn) return;
    drawn = key;
    setBox(panel.parts, box);
    // Our own doing: whoever looks finds the place changed, and begins anew.
    panel.sight.settle();
    panel.tell(stance());
  }

  function hear({ height: wanted, collapsed, drag, drop, home }: FromPanel): void {
    if (Number.isFinite(wanted)) height = Math.round(Number(wanted));
    if (drag && Number.isFinite(drag.x) && Number.isFinite(drag.y)) {
      grabbed ??= stand;
      stand = movedBy(grabbed, room(), drag);
    }
    if (home) stand = docked;
    if (drop || home) grabbed = undefined;
    if (collapsed !== undefined) {
      stand = { ...stand, collapsed };
      insists = aside && !collapsed;
    }
    draw();
    if (drop || home || collapsed !== undefined) keep(stand);
  }

  return {
    recall(recalled) {
      stand = recalled;
      draw();
    },
    seat(standing) {
      panel = standing;
      drawn = '';
      draw();
    },
    stance,
    hear,
    open: () => hear({ collapsed: false }),
    look() {
      aside = isUnderContextPane(rectOf(boxOf({ ...stand, collapsed: false }, room(), height), room()));
      insists &&= aside;
      draw();
    },
  };
}
