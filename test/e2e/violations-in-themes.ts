import type { Frame, Page } from 'puppeteer-core';
import { inject } from 'vitest';
import { violationsOf } from './axe';
import { type Theme, wearTheme } from './wear-theme';

/** Colours are the same in every browser, so Firefox, whose driver can't emulate the system's, looks in one theme. */
const themes: Theme[] = inject('browserKind') === 'chromium' ? ['dark', 'hc', 'light'] : ['light'];

/** What axe finds wrong in this page, or in a frame of it, in each of the portal's themes; light is on in the end. */
export async function violationsInThemes(page: Page, place: Frame | Page = page): Promise<string[]> {
  const found: string[] = [];
  for (const theme of themes) {
    if (themes.length > 1) await wearTheme(page, theme);
    for (const violation of await violationsOf(place)) found.push(`${theme}: ${violation}`);
  }
  return found;
}
