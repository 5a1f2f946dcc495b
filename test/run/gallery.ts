import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Stage } from '../e2e/stage';
import { type ShowState, states } from '../e2e/states';
import { comeToRest, onPictureStage, showOn } from './picture-stage';

type Options = { extensionDir: string; folder: string; themes: string[]; only: string; width: number };

/**
 * Saves a picture of every state whose name has `only` in it, in each theme, and a page with all of them. Resolves
 * to how many states could not be shown.
 */
export async function saveGallery({ extensionDir, folder, themes, only, width }: Options): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const pictures: string[] = [];
  let missing = 0;
  await onPictureStage(extensionDir, async (stage) => {
    for (const theme of themes)
      for (const [name, show] of Object.entries(states).filter(([name]) => name.includes(only)))
        try {
          const picture = `${name}-${theme}.png`;
          await savePicture(stage, show, { theme, width, path: join(folder, picture) });
          pictures.push(picture);
          console.log(picture);
        } catch (error) {
          missing += 1;
          console.error(`${name} in ${theme} could not be shown: ${error}`);
        }
  });
  writeFileSync(join(folder, 'index.html'), pageOf(pictures));
  return missing;
}

type Look = { theme: string; width: number; path: string };

async function savePicture(stage: Stage, show: ShowState, { theme, width, path }: Look): Promise<void> {
  const page = await showOn(stage, show, theme);
  if (page.url().startsWith('https:')) await page.setViewport({ width, height: 1400 });
  else await emulateSystem(page, theme);
  await comeToRest();
  const clip = await panelIn(page);
  // Beyond the viewport the browser would lay the page out anew, and the buttons be disarmed in the picture.
  await page.screenshot({
    path: path as `${string}.png`,
    ...(clip ? { clip, captureBeyondViewport: false } : { fullPage: true }),
  });
}

/** Our own pages follow the system's theme, not the portal's. */
async function emulateSystem(page: Page, theme: string): Promise<void> {
  const session = await page.createCDPSession();
  // Puppeteer's own method does not know `forced-colors`.
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme === 'light' ? 'light' : 'dark' },
      { name: 'forced-colors', value: theme === 'hc' ? 'active' : 'none' },
    ],
  });
}

/** Where the panel stands in a page of the portal, with its shadow. */
async function panelIn(page: Page) {
  for (const frame of page.frames()) {
    if (frame === page.mainFrame() || !frame.url().startsWith('chrome-extension:')) continue;
    const box = await (await frame.frameElement())?.boundingBox();
    if (box) return { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
  }
  return undefined;
}

function pageOf(pictures: string[]): string {
  const figures = pictures.map(
    (name) => `<figure><img src="${name}"><figcaption>${name}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Guestpass</title>
<style>body{display:flex;flex-wrap:wrap;align-items:start;gap:16px;font:12px sans-serif;background:#888}
figure{margin:0}img{display:block}</style>
${figures.join('\n')}
`;
}
