import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const output = fileURLToPath(new URL('../.output', import.meta.url));

describe.each(['chrome', 'edge', 'firefox'])('the %s build', (browser) => {
  const folder = join(output, `${browser}-mv3`);
  const { icons, action } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  it.each([
    ['an icon', icons, 'icon/16.png'],
    ['one for tabs without a guest', action.default_icon, 'icon/inactive-16.png'],
  ])('has %s of each size that browsers and stores ask for', (_, icons, smallest) => {
    expect(icons['16']).toBe(smallest);
    expect(Object.keys(icons)).toEqual(['16', '24', '32', '48', '128']);
    for (const [size, path] of Object.entries<string>(icons)) {
      const picture = readFileSync(join(folder, path));
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      // Width and height begin the first chunk: https://www.w3.org/TR/png-3/#11IHDR
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
    }
  });
});
