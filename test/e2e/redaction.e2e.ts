import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { recordCsv } from '../../utils/record-csv';
import type { RecordEntry } from '../../utils/record-entry';
import { people } from '../sandbox/seed';
import { codeOf, signIn } from './admin';
import { listenToConsoles } from './console-log';
import { click, find, panelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

declare const chrome: typeof extensionApi;

const stage = useStage();

test('no console, disk, record, address or page ever holds a pass or a token', async () => {
  const { browser, sandbox } = stage;
  const options = await browser.openExtensionPage('options.html');
  await waitForText(options, 'Nobody is signed in');
  const page = await browser.browser.newPage();
  const consoles = await listenToConsoles(browser, page);
  await page.goto(userPage(people.ines));
  const panel = await panelOf(page);
  const codes = new Set<string>();
  const noteCode = () => codes.add(codeOf(stage, people.ines) ?? expect.unreachable('there is a pass'));

  const said: string[] = [];
  const note = async (place: Frame) => said.push(await place.evaluate(() => document.body.innerText));

  await click(panel, 'Sign in');
  await (await browser.signInWindow()).close();
  await waitForText(panel, 'The sign-in window was closed');
  await note(panel);
  await signIn(stage, page);
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  noteCode();
  await click(panel, 'Done');
  await click(panel, 'Replace TAP');
  await find(panel, 'button', 'Cancel');
  await click(panel, 'Replace TAP');
  await waitForText(panel, 'Copied');
  noteCode();
  await click(panel, 'Done');
  await find(panel, 'button', 'Replace TAP');
  const lost = { kind: 'cut', act: 'after' } as const;
  sandbox.faults.add({ method: 'POST', url: /temporaryAccessPassMethods$/, fault: lost });
  await click(panel, 'Replace TAP');
  await find(panel, 'button', 'Cancel');
  await click(panel, 'Replace TAP');
  await waitForText(panel, 'its code got lost on its way');
  noteCode();
  await note(panel);

  // Proof that all of them are heard.
  await panel.evaluate(() => console.log('heard in the panel'));
  await page.evaluate(() => console.log('heard in the page'));
  await options.bringToFront();
  const { local, session } = await options.evaluate(async () => ({
    local: await chrome.storage.local.get(),
    session: await chrome.storage.session.get(),
  }));
  const tokens = JSON.stringify(session).match(/(?<=\\"secret\\":\\")[^"\\]+/g) ?? [];
  expect(tokens.length).toBeGreaterThanOrEqual(3);
  expect(codes.size).toBe(3);

  const entries = Object.entries(local).flatMap(([key, value]) =>
    key.startsWith('record/') ? [value as RecordEntry] : [],
  );
  expect(entries).toHaveLength(3);
  const heard = await consoles.text();
  // Firefox's driver hears the page alone.
  const places = ['page', ...(browser.kind === 'chromium' ? ['panel', 'background'] : [])];
  for (const place of places) expect(heard).toContain(`heard in the ${place}`);
  const texts = {
    consoles: heard,
    disk: JSON.stringify(local),
    record: recordCsv(entries),
    addresses: sandbox.log.map(({ url }) => decodeURIComponent(url)).join('\n'),
    failures: said.join('\n'),
    portal: await page.content(),
    options: await options.content(),
  };
  for (const [place, text] of Object.entries(texts))
    for (const secret of [...codes, ...tokens, ...sandbox.state.tokens.keys()])
      expect(text.includes(secret), `${secret} in ${place}`).toBe(false);
});
