import { expect, test } from 'vitest';
import * as dockIcons from '../../components/dock-icons';
import * as eyeIcons from '../../components/eye-icons';
import * as icons from '../../components/icons';

const drawings = Object.entries({ ...icons, ...dockIcons, ...eyeIcons }).map(
  ([name, icon]) => [name, icon().props.path] as const,
);

test.each(drawings)('%s is one path on the grid of 20 × 20', (_name, path) => {
  expect(path).toMatch(/^[Mm][\dMmLlHhVvCcSsQqAaZz.,\s-]+$/);
  // Regular ones fill their lines: a path that is not closed by itself would fill more.
  const absolute = [...path.matchAll(/M([\d.]+)[ ,]?([\d.]+)/g)].flatMap(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(absolute.length).toBeGreaterThan(0);
  for (const place of absolute) expect(place).toBeLessThanOrEqual(20);
});

test('no two are the same', () => {
  expect(new Set(drawings.map(([, path]) => path)).size).toBe(drawings.length);
});
