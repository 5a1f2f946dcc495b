import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { violationsOf } from '../e2e/axe';
import { panelOf, visiblePanelOf } from '../e2e/panel';
import { pause } from '../e2e/until';
import { type Theme, wearTheme } from '../e2e/wear-theme';
import { comeToRest } from './picture-stage';

type Wanted = { name: string; language: string; themes: Theme[]; folder: string; width: number };

/**
 * Saves a picture of what this page shows, in each theme, and resolves to what axe finds wrong in them, one line each.
 * Of a page of the portal it is the panel.
 */
export async function takePictures(page: Page, wanted: Wanted): Promise<string[]> {
  const { name, language, themes, folder, width } = wanted;
  const isPortal = page.url().startsWith('https:');
  // The popup is as wide as it likes.
  if (!page.url().includes('popup.html')) await page.setViewport({ width, height: isPortal ? 1400 : 800 });
  await comeToRest();
  const place = isPortal ? await panelOf(page) : page;
  const found: string[] = [];
  for (const theme of themes) {
    await wearTheme(page, theme);
    // Longer than colours take to change.
    await pause(300);
    const clip = isPortal ? await panelIn(page) : undefined;
    // Beyond the viewport the browser would lay the page out anew, and the buttons be disarmed in the picture.
    await page.screenshot({
      path: join(folder, `${name}-${theme}-${language}.png`) as `${string}.png`,
      ...(clip ? { clip, captureBeyondViewport: false } : { fullPage: true }),
    });
    for (const violation of await violationsOf(place))
      found.push(`${name} in ${theme}, ${language}: ${violation}`);
  }
  return found;
}

/** Where the panel stands in a page of the portal, with its shadow. */
async function panelIn(page: Page) {
  const panel = await visiblePanelOf(page);
  const box = await (await panel?.frameElement())?.boundingBox();
  return box ? { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 } : undefined;
}
