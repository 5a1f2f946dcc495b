import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { people } from '../sandbox/seed';
import { codeOf, expectUser, issuingRequests } from './admin';
import { middleOfButton, openHostile } from './hostile-page';
import { type Loot, plunderPage } from './page-spy';
import { click, find, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';
import { ifStillThere, pause } from './until';

const stage = useStage();
const isChromium = inject('browserKind') === 'chromium';
const posts = () => issuingRequests(stage);

test('the page learns no pass: not from its own document, frames, prototypes, events, messages or timings', async () => {
  const { page, panel } = await openHostile(stage);
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  await click(panel, 'Show pass');
  await find(panel, 'button', 'Hide pass');
  await click(panel, 'Copy message');
  const code = codeOf(stage, people.ines) ?? expect.unreachable('Ines has no pass');
  const learnt = await page.evaluate(plunderPage);
  // The spy works: it sees that there is a panel, and hears what the portal's own scripts say.
  expect(learnt).toContain('guestpass-panel');
  expect(
    await page.evaluate(() => (globalThis as unknown as { loot: Loot }).loot.heard.length),
  ).toBeGreaterThan(0);
  expect(learnt).toContain('refused');
  expect(learnt).not.toContain(code);
  expect(learnt).not.toMatch(/chrome-extension:|moz-extension:/);
  expect(await page.evaluate(() => (globalThis as unknown as { loot: Loot }).loot.roots.length)).toBe(0);
});

/**
 * What a script of the page may do to cause a pass; `x` and `y` are the middle of the button. A frame in a shadow root is
 * not among `window`'s frames: what goes to every frame reaches the panel only if that ever changes.
 */
const forgeries: [name: string, forge: (x: number, y: number, other: string) => void][] = [
  ['a click on the host', () => document.querySelector<HTMLElement>('guestpass-panel')?.click()],
  [
    'events at the button',
    (x, y) => {
      const at = { bubbles: true, composed: true, clientX: x, clientY: y };
      const target = document.elementFromPoint(x, y) ?? document.body;
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        target.dispatchEvent(new MouseEvent(type, at));
    },
  ],
  [
    'the focus and a key',
    () => {
      document.querySelector<HTMLElement>('guestpass-panel')?.focus();
      for (let index = 0; index < window.length; index += 1) window[index]?.focus();
      for (const type of ['keydown', 'keypress', 'keyup'])
        document.activeElement?.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true }));
    },
  ],
  [
    'messages to every frame',
    (_x, _y, other) => {
      for (let index = 0; index < window.length; index += 1)
        for (const message of [
          { type: 'issuePass', call: 'issuePass', userId: 'x' },
          { url: other },
          { recheck: true },
        ])
          window[index]?.postMessage(message, '*');
    },
  ],
  [
    'a port of its own to every frame',
    (_x, _y, other) => {
      for (let index = 0; index < window.length; index += 1) {
        const { port1, port2 } = new MessageChannel();
        window[index]?.postMessage('guestpass', '*', [port2]);
        port1.postMessage({ url: other });
      }
    },
  ],
  [
    'a message to the extension',
    () => {
      const { chrome } = globalThis as {
        chrome?: { runtime?: { sendMessage?: (...all: unknown[]) => void } };
      };
      chrome?.runtime?.sendMessage?.('anllkkdepfbahomebhdmheofmheblbbo', { type: 'issuePass' });
    },
  ],
  ['an event named like ours', () => dispatchEvent(new CustomEvent('guestpass', { detail: 'issuePass' }))],
];

test('the page causes no pass, and the panel stays with its user', async () => {
  const { page, panel } = await openHostile(stage);
  const { x, y } = await middleOfButton(panel);
  for (const [name, forge] of forgeries) {
    await page.evaluate(forge, x, y, userPage(people.arabic));
    await pause(200);
    expect(posts(), name).toEqual([]);
    await waitForText(panel, 'ines@contoso.com');
  }
  // Nothing of it has spoilt the panel.
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  expect(posts()).toHaveLength(1);
  // Taken out and put back, the panel is a new one that shows nobody, for no line leads to it.
  await page.evaluate(() => {
    const host = document.querySelector('guestpass-panel');
    host?.remove();
    if (host) document.body.append(host);
  });
  await pause(700);
  expect(await namesOn(page)).toEqual([]);
});

/** Whom the panels on the page name, whoever framed them. */
async function namesOn(page: Page): Promise<string[]> {
  const names: string[] = [];
  for (const frame of page.frames())
    names.push(
      (await ifStillThere(() => frame.evaluate(() => document.querySelector('.upn')?.textContent))) ?? '',
    );
  return names.filter(Boolean);
}

/** For each panel on the page whether its button is out of use. */
async function armedOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    const button = () => document.querySelector('button.primary')?.getAttribute('aria-disabled');
    found.push((await ifStillThere(() => frame.evaluate(button))) ?? '');
  }
  return found.filter(Boolean);
}

test('the page that frames the panel itself gets no other user, and no pass', async () => {
  const { page, panel } = await openHostile(stage);
  const address = await panel.evaluate(() => location.href);
  const other = '10000000-0000-4000-8000-000000000003';
  // One is told the user of the tab, the other somebody else.
  for (const [userId, place] of [
    [people.ines, '20px auto auto 20px'],
    [other, '440px auto auto 20px'],
  ])
    await page.evaluate(
      (src, userId, place) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.style.cssText = `position:fixed;inset:${place};width:340px;height:400px;z-index:9`;
        frame.onload = () => {
          const { port1, port2 } = new MessageChannel();
          frame.contentWindow?.postMessage('guestpass', '*', [port2]);
          setInterval(() => port1.postMessage({ clear: true }), 50);
          port1.postMessage({ url: location.href.replace(/userId\/[\w-]+/, `userId/${userId}`) });
        };
        document.body.append(frame);
      },
      address.replace(/#.*/, `#userId=${other}`),
      userId,
      place,
    );
  // Firefox lets the portal frame the page whose address it would have to guess; Chromium's address changes. The one
  // that was told somebody else shows nobody.
  const ours = Array(isChromium ? 1 : 2).fill('ines@contoso.com');
  await expect.poll(() => namesOn(page)).toEqual(ours);
  // It heard by then whom to show, and was free to; and that nothing hides it, by a line that nobody vouched for.
  await pause(3000);
  expect(await namesOn(page)).toEqual(ours);
  expect((await armedOn(page)).sort()).toEqual(isChromium ? ['false'] : ['false', 'true']);
  expect(posts()).toEqual([]);
});

test('the page that moves to another user in the very click gets no pass for that one', async () => {
  const { page, panel } = await openHostile(stage);
  const { x, y } = await middleOfButton(panel);
  // The page loses the focus to the panel when the mouse goes down in it: the last moment it knows of.
  await page.evaluate((other) => {
    addEventListener('blur', () => history.pushState(null, '', other), { once: true });
  }, userPage(people.arabic));
  await page.mouse.click(x, y);
  await page.waitForFunction(() => location.href.endsWith('000000000003'));
  await expectUser(page, 'layla@contoso.com');
  expect(codeOf(stage, people.arabic)).toBeUndefined();
  expect(posts().filter((request) => request.includes(people.arabic))).toEqual([]);
});
