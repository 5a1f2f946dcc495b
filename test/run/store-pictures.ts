import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { panelOf } from '../e2e/panel';
import type { Stage } from '../e2e/stage';
import type { ShowState } from '../e2e/state-setting';
import { states } from '../e2e/states';
import { comeToRest, onPictureStage, showOn } from './picture-stage';
import { root } from './tools.mjs';

/** The states that a store shows, in its order, and what stands at the top of a panel that scrolls. */
const shown: [state: string, top?: string][] = [
  ['ready'],
  ['issued'],
  ['message', '.hand-over'],
  ['after-care', '.hand-over'],
  ['excluded'],
];
const tile = { width: 440, height: 280 };
/** Edge's, in pixels; the icon in smaller sizes is in the package (`npm run icons`). */
const logo = 300;

/** Saves what the stores show: screenshots of the portal with the panel, a tile and a logo. */
export async function saveStorePictures(options: { extensionDir: string; folder: string }): Promise<void> {
  const { extensionDir, folder } = options;
  mkdirSync(folder, { recursive: true });
  await onPictureStage({ extensionDir }, async (stage) => {
    for (const [index, [name, top]] of shown.entries())
      await saveScreenshot(stage, states[name] as ShowState, top, join(folder, `${index + 1}-${name}.png`));
    const page = await stage.browser.browser.newPage();
    await saveDrawing(page, { width: logo, height: logo }, logoHtml, join(folder, 'logo-300x300.png'));
    await saveDrawing(page, tile, tileHtml, join(folder, 'tile-440x280.png'));
  });
}

/** 1280×800, which all stores take. https://developer.chrome.com/docs/webstore/images */
async function saveScreenshot(stage: Stage, show: ShowState, top: string | undefined, path: string) {
  const page = await showOn(stage, show);
  const panel = await panelOf(page);
  // A panel that scrolls would be cut through a line or a button; somewhat more of the page, drawn smaller, is not.
  for (let height = 800; height <= 960; height += 10) {
    const deviceScaleFactor = 800 / height;
    await page.setViewport({ width: height * 1.6, height, deviceScaleFactor });
    await comeToRest();
    if (await panel.evaluate(cutsThroughNothing, top)) {
      await page.screenshot({ path: path as `${string}.png`, captureBeyondViewport: false });
      return;
    }
  }
  throw new Error(`The panel of ${path} is cut in every size.`);
}

/** Runs in the panel: scrolls it to `top` and tells whether all that can be seen of it is seen whole. */
function cutsThroughNothing(top: string | undefined): boolean {
  const body = document.querySelector('.body');
  if (!body) return false;
  const section = top && body.querySelector(top);
  if (section) body.scrollTop += section.getBoundingClientRect().top - body.getBoundingClientRect().top - 12;
  const edges = body.getBoundingClientRect();
  const parts = body.querySelectorAll(
    'h1,h2,h3,p,dt,dd,output,button,label,input,select,summary,li,.message',
  );
  return [...parts].every((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return [edges.top, edges.bottom].every((edge) => top >= edge || bottom <= edge);
  });
}

async function saveDrawing(page: Page, size: typeof tile, html: string, path: string): Promise<void> {
  await page.setViewport(size);
  await page.setContent(html);
  await page.screenshot({ path: path as `${string}.png`, omitBackground: true });
}

const drawing = `data:image/svg+xml;base64,${readFileSync(join(root, 'test/run/icons/large.svg')).toString('base64')}`;
const logoHtml = `<style>body{margin:0}img{display:block;width:100vw}</style><img src="${drawing}">`;
const tileHtml = `<style>
body{margin:0;height:100vh;display:grid;grid-template-columns:96px 1fr;gap:20px;align-content:center;align-items:center;
box-sizing:border-box;padding:0 36px;background:#ebf3fc;color:#242424;font-family:"Segoe UI",sans-serif}
img{display:block;width:96px}h1{margin:0 0 6px;font-size:34px;line-height:1.1}p{margin:0;font-size:17px;line-height:1.35}
</style><img src="${drawing}"><div><h1>Guestpass</h1><p>One click, one Temporary Access Pass</p></div>`;
