import { writeFileSync } from 'node:fs';
import type { Page, Point, ScreenshotClip } from 'puppeteer-core';
import { openSignedIn } from '../e2e/admin';
import { click, find, waitForText } from '../e2e/panel';
import type { Stage } from '../e2e/stage';
import { pause } from '../e2e/until';
import { people } from '../sandbox/seed';
import { animatedPng } from './animated-png';
import { comeToRest, onPictureStage } from './picture-stage';

/** In pixels: what GitHub shows without making it smaller. */
const whole = { width: 800, height: 652 };
/** Where something moves: the panel, and the pointer before it. */
const moving = { x: 440, y: 132, width: whole.width - 440, height: whole.height - 132 };
const milliseconds = 1600;

/** Saves the moving picture of the one click: a guest's page, the click, the pass, the message. The pass stays masked. */
export async function saveReadmePicture({ extensionDir, path }: { extensionDir: string; path: string }) {
  await onPictureStage({ extensionDir }, async (stage) => {
    const shots: Shot[] = [];
    const { page, panel } = await openSignedIn(stage, people.ines);
    await page.setViewport(whole);
    await comeToRest();
    const shoot = async (pointer: Point, isPressed = false) =>
      shots.push({ picture: await pictureOf(page), pointer, isPressed });

    const issue = await (await find(panel, 'button', 'Issue TAP')).clickablePoint();
    await shoot({ x: issue.x - 130, y: issue.y + 150 });
    await page.mouse.move(issue.x, issue.y);
    // Longer than its colour takes to change.
    await pause(300);
    await shoot(issue, true);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    await comeToRest();
    await shoot(issue);
    await panel.$eval('.hand-over', (section) => {
      section.scrollIntoView();
      section.closest('.body')?.scrollBy(0, -12);
    });
    await comeToRest();
    await click(panel, 'Copy message');
    await waitForText(panel, 'Message copied');
    const copy = await (await find(panel, 'button', 'Copy message')).clickablePoint();
    await shoot(copy, true);
    const frames = [];
    for (const [index, shot] of shots.entries()) {
      // All of the first, and only what moves of the others.
      const clip = index ? moving : { x: 0, y: 0, ...whole };
      const png = await withPointer(stage, shot, clip);
      frames.push({ png, milliseconds, x: clip.x, y: clip.y });
    }
    writeFileSync(path, animatedPng(frames));
  });
}

const pictureOf = (page: Page) => page.screenshot({ encoding: 'base64', captureBeyondViewport: false });

/** A picture of the page, in Base64, and where the pointer is in it. */
type Shot = { picture: string; pointer: Point; isPressed: boolean };

/** The browser's pictures have no pointer, and one in the page would cover the panel, which disarms it. */
async function withPointer(
  stage: Stage,
  { picture, pointer: { x, y }, isPressed }: Shot,
  clip: ScreenshotClip,
) {
  const page = await stage.browser.browser.newPage();
  await page.setViewport(whole);
  const ring = isPressed
    ? '<circle cx="0" cy="0" r="17" fill="none" stroke="#d13438" stroke-width="3"/>'
    : '';
  await page.setContent(`<style>body{margin:0}img,svg{position:absolute;inset:0}</style>
<img src="data:image/png;base64,${picture}">
<svg width="${whole.width}" height="${whole.height}"><g transform="translate(${x} ${y})">${ring}
<path d="M0 0v19l4.5-4 3 7 3.4-1.5-3-6.8H14z" fill="#000" stroke="#fff" stroke-width="1.6"/></g></svg>`);
  const png = await page.screenshot({ captureBeyondViewport: false, clip });
  await page.close();
  return Buffer.from(png);
}
