import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { codeOf, goTo, issuingRequests, openSignedIn } from './admin';
import { whenArmed } from './hostile-page';
import { click, find, panelOf, visiblePanelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';
import { pause } from './until';
import { violationsInThemes } from './violations-in-themes';

const stage = useStage();

/** Where the panel stands in the window, in CSS pixels. */
async function boxOf(page: Page) {
  return page.evaluate(() => {
    const { left, top, right, bottom, width, height } = (
      document.querySelector('guestpass-panel') as HTMLElement
    ).getBoundingClientRect();
    return { left, top, right, bottom, width, height };
  });
}

const sizeOf = (page: Page) => page.evaluate(() => ({ width: innerWidth, height: innerHeight }));

const focusedIn = (panel: Frame) =>
  panel.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName);

/** Waits until the panel is a tab, or a card. */
async function whenCollapsed(page: Page, collapsed = true): Promise<void> {
  await expect.poll(async () => (await boxOf(page)).width < 100).toBe(collapsed);
}

/** The panel as it is found again on this page. */
async function reloaded(page: Page): Promise<Frame> {
  await page.reload();
  return panelOf(page);
}

describe('the card collapses', () => {
  test('to a tab at the edge, which says what is in it, and comes back with all that was in it', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    await click(panel, 'Show pass');
    await click(panel, 'Collapse');
    await whenCollapsed(page);
    const { right, width, height } = await boxOf(page);
    expect(right).toBe((await sizeOf(page)).width);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(40);
    const tab = await find(panel, 'button', 'Open Guestpass');
    expect(await focusedIn(panel)).toBe('Open Guestpass');
    const size = await tab.boundingBox();
    expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(40);
    expect(await panel.$eval('#news', ({ textContent }) => textContent)).toBe('A pass was just issued.');
    expect(await panel.$('aria/[name="Done"][role="button"]')).toBeNull();
    expect(await violationsInThemes(page, panel)).toEqual([]);

    await click(panel, 'Open Guestpass');
    await whenCollapsed(page, false);
    await find(panel, 'button', 'Hide pass');
    expect(await focusedIn(panel)).toBe('Collapse');
    expect(await violationsInThemes(page, panel)).toEqual([]);
  });

  test('and holds no button that acts; opened, it has to be seen anew', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await whenArmed(panel);
    await click(panel, 'Collapse');
    await whenCollapsed(page);
    await panel.waitForSelector('button.primary[aria-disabled=true]');
    // In the moment in which the card comes into sight: a click by this test could come too late.
    await panel.$eval('main.card', (card) => {
      new MutationObserver((_, observer) => {
        if (card.matches('[hidden]')) return;
        document.body.dataset.opened = card.querySelector('.primary')?.getAttribute('aria-disabled') ?? '';
        observer.disconnect();
      }).observe(card, { attributes: true, attributeFilter: ['hidden'] });
    });
    await click(panel, 'Open Guestpass');
    await find(panel, 'button', 'Issue TAP');
    expect(await panel.evaluate(() => document.body.dataset.opened)).toBe('true');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(issuingRequests(stage)).toHaveLength(1);
    expect(codeOf(stage, people.ines)).toBeDefined();
  });

  test('and is found collapsed after a reload, on the next guest and in the next tab', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await click(panel, 'Collapse');
    await whenCollapsed(page);
    const again = await reloaded(page);
    await find(again, 'button', 'Open Guestpass');
    await whenCollapsed(page);
    await goTo(page, userPage(people.arabic));
    await find(again, 'button', 'Open Guestpass');
    const other = await stage.browser.open(userPage(people.excluded));
    const panelThere = await panelOf(other);
    await click(panelThere, 'Open Guestpass');
    await whenCollapsed(other, false);
    await waitForText(panelThere, 'xenia@contoso.com');
  });

  test('while a pane of the portal needs the place, and comes back after it', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await setPane(page, true);
    await whenCollapsed(page);
    await find(panel, 'button', 'Open Guestpass');
    await setPane(page, false);
    await whenCollapsed(page, false);
    // Whoever opens it all the same has it; the next pane has the place again.
    await setPane(page, true);
    await whenCollapsed(page);
    await click(panel, 'Open Guestpass');
    await whenCollapsed(page, false);
    await setPane(page, false);
    // Nothing tells that it was seen: the card stays where it is.
    await pause(500);
    await setPane(page, true);
    await whenCollapsed(page);
    // Nobody wished it collapsed: it is not after a reload.
    await reloaded(page);
    await whenCollapsed(page, false);
  });
});

/** A context pane, as the portal's shell has them. */
async function setPane(page: Page, open: boolean): Promise<void> {
  await page.evaluate((open) => {
    document.querySelector('.fxs-contextpane')?.remove();
    if (!open) return;
    const pane = document.createElement('section');
    pane.className = 'fxs-contextpane';
    document.querySelector('.fxs-portal-main')?.append(pane);
  }, open);
}

describe('the card moves', () => {
  test('by arrow keys, in larger steps with Shift, and home', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    const before = await boxOf(page);
    const { width, height } = await sizeOf(page);
    expect([before.top, width - before.right]).toEqual([140, 12]);
    await panel.focus('.move');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await boxOf(page)).left).toBe(before.left - 16);
    await expect.poll(async () => (await boxOf(page)).top).toBe(before.top + 16);
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.up('Shift');
    await expect.poll(async () => (await boxOf(page)).left).toBe(before.left - 80);
    // Never out of the window, and not over the portal's bar.
    for (let times = 0; times < 30; times += 1) await page.keyboard.press('ArrowUp');
    await expect.poll(async () => (await boxOf(page)).top).toBe(44);
    await page.keyboard.down('Shift');
    for (let times = 0; times < 30; times += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.up('Shift');
    await expect.poll(async () => (await boxOf(page)).left).toBe(0);
    expect((await boxOf(page)).bottom).toBeLessThanOrEqual(height);
    await page.keyboard.press('Escape');
    expect(await focusedIn(panel)).toBe('BODY');
    await panel.focus('.move');
    await page.keyboard.press('Home');
    await expect.poll(async () => (await boxOf(page)).left).toBe(before.left);
  });

  test('by its head, is remembered, and goes home on a double click', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    const before = await boxOf(page);
    const title = await (await panel.$('h1'))?.boundingBox();
    if (!title) throw new Error('The panel has no title.');
    const [x, y] = [title.x + title.width / 2, title.y + title.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 5, y + 5);
    await page.mouse.move(x - 200, y + 60, { steps: 8 });
    // Chromium's driver reckons the place on the screen from where the frame was a moment ago: a hand that goes on, by a
    // pixel, tells it once the frame is there. A pixel of the screen may be more than one of the page.
    const offBy = async () => Math.abs((await boxOf(page)).left - before.left + 200);
    let jitter = 0;
    const goOn = async () => {
      jitter = 1 - jitter;
      await page.mouse.move(x - 200, y + 60 + jitter);
      return offBy();
    };
    await expect.poll(goOn).toBeLessThan(2);
    await page.mouse.up();
    await expect.poll(offBy).toBeLessThan(2);
    const { left, top } = await boxOf(page);
    expect(Math.abs(top - before.top - 60)).toBeLessThan(2);
    // It stays where it was let go, and does not follow any more.
    await page.mouse.move(x, y);
    await pause(300);
    expect((await boxOf(page)).left).toBe(left);
    const again = await reloaded(page);
    await expect.poll(async () => (await boxOf(page)).left).toBe(left);
    const there = await (await again.$('h1'))?.boundingBox();
    await page.mouse.click((there?.x ?? 0) + 20, (there?.y ?? 0) + 8, { count: 2 });
    await expect.poll(async () => (await boxOf(page)).left).toBe(before.left);
    expect(await visiblePanelOf(page)).toBeDefined();
  });

  test('and is armed anew after each move', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await whenArmed(panel);
    await panel.focus('.move');
    await page.keyboard.press('ArrowLeft');
    await whenArmed(panel, false);
    await whenArmed(panel);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
  });
});

test.each([
  [320, 640],
  [320, 256],
  [640, 200],
])('in a window of %i × %i pixels card and tab are in it, and below the bar', async (width, height) => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  await panel.focus('.move');
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('ArrowLeft');
  await page.setViewport({ width, height });
  const within = async () => {
    const box = await boxOf(page);
    return box.left >= 0 && box.right <= width && box.top >= 40 && box.bottom <= height;
  };
  await expect.poll(within).toBe(true);
  expect((await boxOf(page)).height).toBeGreaterThan(100);
  await click(panel, 'Collapse');
  await whenCollapsed(page);
  await expect.poll(within).toBe(true);
  await click(panel, 'Open Guestpass');
  await whenCollapsed(page, false);
  await whenArmed(panel);
});

test('the theme follows the portal at once, and the pass stays', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  await click(panel, 'Show pass');
  const code = codeOf(stage, people.ines) ?? expect.unreachable('Ines has no pass');
  const looks = () =>
    panel.evaluate(() => {
      const card = document.querySelector('main.card');
      return [document.documentElement.dataset.theme, card && getComputedStyle(card).backgroundColor];
    });
  for (const [theme, color] of [
    ['dark', 'rgb(41, 41, 41)'],
    ['hc', 'rgb(0, 0, 0)'],
    ['light', 'rgb(255, 255, 255)'],
  ] as const) {
    await page.evaluate((theme) => {
      const contrast = theme === 'hc' ? '' : ' fxs-mode-standardcontrast';
      document.body.className = `fxs-mode-${theme === 'light' ? 'light' : 'dark'}${contrast}`;
    }, theme);
    await expect.poll(looks).toEqual([theme, color]);
    await waitForText(panel, code);
  }
});
