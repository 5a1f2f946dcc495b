import type { CDPSession, Page } from 'puppeteer-core';
import { themes } from '../sandbox/portal/look/themes.js';
import { visiblePanelOf } from './panel';

/** The portal's themes. */
export type Theme = keyof typeof themes;

/**
 * Shows a page in this theme, without a new document: the portal as if it had been changed in its settings, and our
 * own pages, which follow the system's theme, as if that had been (in Chromium only).
 */
export async function wearTheme(page: Page, theme: Theme): Promise<void> {
  if (!page.url().startsWith('https:')) return emulateSystem(page, theme);
  for (const frame of page.frames())
    if (frame.url().startsWith('https:'))
      await frame.evaluate((classes) => {
        document.body.className = classes;
      }, themes[theme]);
  const panel = await visiblePanelOf(page);
  await panel?.waitForSelector(`:root[data-theme="${theme}"]`);
}

const sessions = new WeakMap<Page, CDPSession>();

/** Puppeteer's own method does not know `forced-colors`. */
async function emulateSystem(page: Page, theme: Theme): Promise<void> {
  // What it emulates ends with the session.
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme === 'light' ? 'light' : 'dark' },
      { name: 'forced-colors', value: theme === 'hc' ? 'active' : 'none' },
    ],
  });
}
