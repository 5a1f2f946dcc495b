import axe from 'axe-core';
import type { Frame, Page } from 'puppeteer-core';
import { inject } from 'vitest';

/** The portal's themes to look for violations in. Their colors are the same in every browser, so Firefox looks in one. */
export const themes = inject('browserKind') === 'chromium' ? ['light', 'dark', 'hc'] : ['light'];

/** What axe finds wrong with WCAG 2.2 AA, as `rule: element`. */
export async function violationsOf(place: Frame | Page): Promise<string[]> {
  await place.evaluate(axe.source);
  return place.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({ runOnly: tags });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
