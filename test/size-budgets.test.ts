import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Bundle, budgets, filesOf, weightOf } from './bundles';

const output = fileURLToPath(new URL('../.output', import.meta.url));

describe.each(['chrome', 'edge', 'firefox'])('the %s build', (browser) => {
  const folder = `${output}/${browser}-mv3`;

  test.each(Object.keys(budgets) as Bundle[])('keeps within the budget of: %s', (bundle) => {
    const sizes = filesOf(bundle, folder).map((file) => ({ file, kB: weightOf(folder, file) }));
    const total = sizes.reduce((sum, { kB }) => sum + kB, 0);
    const list = sizes.map(({ file, kB }) => `${file} ${kB.toFixed(2)} kB`).join(', ');
    expect(total, `${total.toFixed(2)} of ${budgets[bundle]} kB: ${list}`).toBeLessThanOrEqual(
      budgets[bundle],
    );
  });

  test('counts what the panel loads late, too', () => {
    const atOnce = filesOf('panel', folder);
    const later = filesOf('wholePanel', folder).filter((file) => !atOnce.includes(file));
    expect(later.some((file) => file.endsWith('.js'))).toBe(true);
    expect(later.some((file) => file.endsWith('.css'))).toBe(true);
  });
});
