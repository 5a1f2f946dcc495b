import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { boxOf, docked, movedBy, rectOf, type Stand, standFrom } from '../utils/panel-place';

const usual = { width: 1440, height: 900 };

describe('the box of a panel', () => {
  it.each([
    ['docked', docked, usual, 400, { side: 'right', x: 12, top: 140, width: 340, height: 400 }],
    [
      'taller than the window',
      docked,
      usual,
      2000,
      { side: 'right', x: 12, top: 140, width: 340, height: 748 },
    ],
    [
      'collapsed',
      { ...docked, collapsed: true },
      usual,
      400,
      { side: 'right', x: 0, top: 140, width: 48, height: 56 },
    ],
    [
      'in a narrow window',
      docked,
      { width: 320, height: 640 },
      400,
      { side: 'right', x: 12, top: 140, width: 296, height: 400 },
    ],
    [
      'in a low window',
      docked,
      { width: 640, height: 200 },
      400,
      { side: 'right', x: 12, top: 44, width: 340, height: 144 },
    ],
    [
      'at the place of a larger window',
      { ...docked, x: 900, y: 800 },
      { width: 600, height: 500 },
      400,
      { side: 'right', x: 260, top: 288, width: 340, height: 200 },
    ],
  ] as const)('%s', (_name, stand, room, wanted, box) => {
    expect(boxOf(stand, room, wanted)).toEqual(box);
  });

  const stand = fc.record<Stand>({
    side: fc.constantFrom('left', 'right'),
    x: fc.nat(5000),
    y: fc.nat(5000),
    collapsed: fc.boolean(),
  });
  const room = fc.record({
    width: fc.integer({ min: 120, max: 4000 }),
    height: fc.integer({ min: 60, max: 3000 }),
  });
  const by = fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
  });

  test('lies in every window, wherever it was moved', () => {
    fc.assert(
      fc.property(stand, room, by, fc.nat(3000), (stand, room, by, wanted) => {
        const moved = movedBy(stand, room, by);
        expect(standFrom(moved)).toEqual(moved);
        const { left, top, right, bottom } = rectOf(boxOf(moved, room, wanted), room);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(room.width);
        expect(top).toBeGreaterThanOrEqual(Math.min(44, room.height - 24));
        expect(bottom).toBeLessThanOrEqual(Math.max(room.height, top + 56));
      }),
    );
  });

  test('a tab can be reached in every window', () => {
    fc.assert(
      fc.property(stand, room, (stand, room) => {
        const { top, height } = boxOf({ ...stand, collapsed: true }, room, 0);
        expect(Math.min(room.height, top + height) - top).toBeGreaterThanOrEqual(16);
      }),
    );
  });
});

describe('a move', () => {
  it('goes as far as it is told, and belongs to the edge that is nearer', () => {
    expect(movedBy(docked, usual, { x: -100, y: 50 })).toEqual({ ...docked, x: 112, y: 190 });
    expect(movedBy(docked, usual, { x: -1000, y: 0 })).toEqual({ ...docked, side: 'left', x: 88 });
    expect(movedBy(docked, usual, { x: 500, y: -500 })).toEqual({ ...docked, x: 0, y: 44 });
  });

  it('begins where the panel is seen, not where a larger window had it', () => {
    const far = { ...docked, x: 3000 };
    expect(movedBy(far, usual, { x: 10, y: 0 })).toEqual({ ...docked, side: 'left', x: 10 });
  });
});

test.each([
  undefined,
  null,
  'right',
  {},
  { side: 'top', x: 1, y: 1 },
  { side: 'left', x: Number.NaN, y: 1 },
  { side: 'left', x: 1, y: -1 },
  { side: 'left', x: '1', y: 1 },
  { side: 'left', x: 1, y: Number.POSITIVE_INFINITY },
])('%j is no stand: the dock is', (said) => {
  expect(standFrom(said)).toEqual(docked);
});
