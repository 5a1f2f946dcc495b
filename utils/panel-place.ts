/** Where the admin wants the panel: CSS pixels from that side of the window, and from its top. */
type Place = { side: 'left' | 'right'; x: number; y: number };

/** How the panel stands: where, and whether as a card or as a tab at the edge. */
export type Stand = Place & { collapsed: boolean };

/** A window's inside, in CSS pixels. */
export type Room = { width: number; height: number };

/** What the panel takes of the window. */
export type Box = { side: Place['side']; x: number; top: number; width: number; height: number };

/** The panel's own place: at the right edge, below the portal's top bar and the buttons of its blade header (132 px). */
export const docked: Stand = { side: 'right', x: 12, y: 140, collapsed: false };

/** The portal's top bar has 40 px. */
const bar = 44;
const margin = 12;
const cardWidth = 340;
/** A card gets this much before it stays where it is wanted. */
const leastHeight = 200;
const tab = { width: 48, height: 56 };

/** The box of a panel that stands so and wants this height; never larger than the window, and all of it inside. */
export function boxOf({ side, x, y, collapsed }: Stand, room: Room, wanted: number): Box {
  if (collapsed) {
    const height = Math.min(tab.height, room.height);
    return { side, x: 0, top: topOf(y, room, height, 0), width: Math.min(tab.width, room.width), height };
  }
  const width = Math.min(cardWidth, Math.max(0, room.width - 2 * margin));
  const top = topOf(y, room, leastHeight, margin);
  return {
    side,
    x: clamp(x, 0, room.width - width),
    top,
    width,
    height: Math.max(0, Math.min(wanted, room.height - top - margin)),
  };
}

/** The stand of a panel after it was moved by so much from there; what is near the middle belongs to the dock's side. */
export function movedBy(stand: Stand, room: Room, by: { x: number; y: number }): Stand {
  const { left, top, width } = rectOf(boxOf({ ...stand, collapsed: false }, room, leastHeight), room);
  const x = clamp(left + by.x, 0, room.width - width);
  const fromRight = room.width - width - x;
  return {
    ...stand,
    ...(x < fromRight ? { side: 'left', x } : { side: 'right', x: fromRight }),
    y: topOf(top + by.y, room, leastHeight, margin),
  };
}

/** The same box as the page measures its elements. */
export function rectOf({ side, x, top, width, height }: Box, room: Room) {
  const left = side === 'left' ? x : room.width - x - width;
  return { left, top, right: left + width, bottom: top + height, width, height };
}

/** What somebody says is a stand, or else the dock. */
export function standFrom(said: unknown): Stand {
  const { side, x, y, collapsed }: { [name in keyof Stand]?: unknown } = Object(said);
  const isPlace = (side === 'left' || side === 'right') && isOffset(x) && isOffset(y);
  return { ...docked, ...(isPlace ? { side, x, y } : {}), collapsed: collapsed === true };
}

const isOffset = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 1e5;

/** As wanted, but below the portal's bar and with this height above the window's end; the bar goes before the end. */
function topOf(y: number, room: Room, height: number, below: number): number {
  return Math.max(0, Math.min(Math.max(bar, Math.min(y, room.height - below - height)), room.height - 24));
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));
