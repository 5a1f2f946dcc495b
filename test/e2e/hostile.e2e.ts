import type { Frame, Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { people } from '../sandbox/seed';
import { userOf } from '../sandbox/state';
import { goTo, openSignedIn } from './admin';
import { violationsOf } from './axe';
import { click, find, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();

/** What axe looks at is the same in Firefox, which takes long over it. */
const isChromium = inject('browserKind') === 'chromium';

const markup = '<img src=x onerror="document.title=1"></script><b>';
const notice = 'This sign-in name contains characters that look like others.';

function rename(userId: string, names: { displayName?: string; userPrincipalName?: string; mail?: string }) {
  const [contoso] = stage.sandbox.state.tenants;
  Object.assign((contoso && userOf(contoso, userId)) ?? {}, names);
}

/** Nothing of the panel or the page lies beyond its edges, and no name became an element. */
async function staysInShape(place: Frame | Page): Promise<void> {
  const { wide, made, title } = await place.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const inner = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.offscreen'),
    );
    return {
      wide: [scrollWidth > clientWidth ? 'page' : '', ...inner.map(({ outerHTML }) => outerHTML)].join(''),
      made: document.querySelectorAll('main img, main script').length,
      title: document.title,
    };
  });
  expect({ wide, made }).toEqual({ wide: '', made: 0 });
  expect(title).not.toBe('1');
}

test('the worst names are text, keep to themselves, stay within the panel, and a look-alike is named', async () => {
  const [contoso] = stage.sandbox.state.tenants;
  if (contoso) contoso.displayName = `شركة \u202e${markup}`;
  rename(people.ines, {
    displayName: `${markup}\u202e${'W'.repeat(10_000)}`,
    userPrincipalName: 'іnes@contoso.com',
  });
  rename(people.arabic, {
    displayName: 'Pass issued and copied',
    userPrincipalName: 'layla\u200b@contoso.com',
  });
  rename(people.emil, {
    displayName: `Boss (boss@contoso.com) ${markup}`,
    mail: 'a@evil.example,b@evil.example',
  });
  const { page, panel } = await openSignedIn(stage, people.ines);
  await waitForText(panel, notice);
  await waitForText(panel, markup);
  await waitForText(panel, 'شركة \ufffd<img');
  await staysInShape(panel);
  if (isChromium) expect(await violationsOf(panel)).toEqual([]);
  expect(await panel.$$eval('h2 bdi', (names) => names.map((name) => [...name.innerText].length))).toEqual([
    256,
  ]);
  const { width, height } = (await (await panel.frameElement())?.boundingBox()) ?? { width: 0, height: 0 };
  expect([width <= 340, height <= 800 - 152]).toEqual([true, true]);

  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  await waitForText(panel, notice);
  await panel.waitForSelector('.hand-over button[aria-disabled=false]');
  await panel.locator('.hand-over summary').click();
  await waitForText(panel, 'Hola, img src x onerror');
  await click(panel, 'Mail…');
  await waitForText(panel, 'no mail address');
  expect(await panel.$('a[href^="mailto:"]')).toBeNull();
  await staysInShape(panel);

  await goTo(page, userPage(people.arabic));
  await waitForText(panel, 'layla\ufffd@contoso.com');
  await waitForText(panel, notice);
  await find(panel, 'heading', 'Pass issued and copied');
  expect(await panel.$eval('[role=status]', ({ textContent }) => textContent)).toBe('');

  await goTo(page, userPage(people.disabled));
  await waitForText(panel, 'dora@contoso.com');
  await waitForText(panel, 'until the account is enabled');
  expect(await panel.evaluate(() => document.body.innerText)).not.toContain(notice);

  const options = await stage.browser.openExtensionPage('options.html');
  await options.setViewport({ width: 400, height: 800 });
  await waitForText(options, markup);
  await staysInShape(options);
  if (isChromium) expect(await violationsOf(options)).toEqual([]);
});

test.runIf(isChromium)('what Graph says in a failure is text within the panel', async () => {
  const { panel } = await openSignedIn(stage, people.ines);
  const message = `${markup}\u202e${'W'.repeat(20_000)}`;
  const body = JSON.stringify({ error: { code: 'evil', message } });
  const fault = { kind: 'answer', status: 403, headers: {}, body } as const;
  stage.sandbox.faults.add({ method: 'POST', url: /temporaryAccessPassMethods$/, times: 1, fault });
  await click(panel, 'Issue TAP');
  await find(panel, 'alert');
  await panel.locator('.failure summary').click();
  await waitForText(panel, `evil: ${markup}`);
  await staysInShape(panel);
});
