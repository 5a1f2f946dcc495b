import type { CDPSession, Frame } from 'puppeteer-core';
import { describe, expect, inject, test } from 'vitest';
import { spellOut } from '../../utils/spell-out';
import { englishSpelling } from '../../utils/spell-out-words';
import { people } from '../sandbox/seed';
import { codeOf, type Desk, goTo, graphRequests, openSignedIn } from './admin';
import { byRole, click, find, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';
import { violationsInThemes } from './violations-in-themes';

const stage = useStage();

/** A pass was issued for this user, and the section that hands it over is there. */
async function openIssued(userId: string, options?: { as?: string }): Promise<Desk> {
  const desk = await openSignedIn(stage, userId, options);
  await click(desk.panel, 'Issue TAP');
  await waitForText(desk.panel, 'Copied');
  // Armed: the card has come to its size, so that a click hits what it aims at.
  await desk.panel.waitForSelector('.hand-over button[aria-disabled=false]');
  return desk;
}

const codeOfInes = () => codeOf(stage, people.ines) ?? expect.unreachable('Ines has no pass');

/** Pastes in a page of its own and comes back. */
async function paste({ page }: Desk): Promise<string> {
  const pasted = await stage.browser.paste();
  await page.bringToFront();
  return pasted;
}

const openMessage = (panel: Frame) => panel.locator('.hand-over summary').click();
const message = (panel: Frame) => panel.$eval('section[aria-label=Message]', (box) => box.innerText);

describe('the message', () => {
  test('is in the language of the guest, and has the pass only if the admin ticks it', async () => {
    const desk = await openIssued(people.ines);
    const { panel } = desk;
    await click(panel, 'Copy message');
    await waitForText(panel, 'Message copied');
    const without = await paste(desk);
    expect(without).toContain('Hola, Ines Contractor:');
    expect(without).toContain('ines@contoso.com');
    expect(without).not.toContain(codeOfInes());

    await click(panel, 'Include the pass', 'checkbox');
    await openMessage(panel);
    expect(await message(panel)).not.toContain(codeOfInes());
    await click(panel, 'Copy message');
    await waitForText(panel, 'Message copied with the pass');
    expect(await paste(desk)).toContain(`Su pase:\n${codeOfInes()}\n`);
    await click(panel, 'Show pass');
    await find(panel, 'button', 'Hide pass');
    expect(await message(panel)).toContain(codeOfInes());

    await click(panel, 'Copy UPN');
    await waitForText(panel, 'UPN copied');
    expect(await paste(desk)).toBe('ines@contoso.com');
  });

  test('can be had in another language, and a right-to-left one reads so', async () => {
    const desk = await openIssued(people.ines);
    const { panel } = desk;
    await openMessage(panel);
    await panel.select('.hand-over select', 'ar');
    await panel.waitForSelector('section[aria-label=Message][lang=ar][dir=rtl]');
    await click(panel, 'Copy message');
    await waitForText(panel, 'Message copied');
    expect(await paste(desk)).toContain('مرحبًا \u2068Ines Contractor\u2069،');
  });

  test('starts without the pass for each pass, and goes with its user', async () => {
    const { page, panel } = await openIssued(people.ines);
    const isTicked = () =>
      panel.$eval('.hand-over [type=checkbox]', (box) => (box as HTMLInputElement).checked);
    await click(panel, 'Include the pass', 'checkbox');
    await click(panel, 'Spell out');
    await find(panel, 'list', 'The pass, spelled out');
    await goTo(page, userPage(people.arabic));
    await waitForText(panel, 'layla@contoso.com');
    expect(await panel.$(byRole('list', 'The pass, spelled out'))).toBeNull();
    await goTo(page, userPage(people.ines));
    await find(panel, 'button', 'Copy message');
    expect(await panel.$(byRole('list', 'The pass, spelled out'))).toBeNull();
    expect(await isTicked()).toBe(false);
  });
});

test('Spell out says each character, and is gone when it is closed', async () => {
  const { panel } = await openIssued(people.ines);
  expect(await panel.$(byRole('list', 'The pass, spelled out'))).toBeNull();
  await click(panel, 'Spell out');
  await find(panel, 'list', 'The pass, spelled out');
  const groups = await panel.$$eval('.spelled li', (items) =>
    items.map((item) => [...item.children].map((one) => [...one.children].map((part) => part.textContent))),
  );
  expect(groups).toEqual(
    spellOut(codeOfInes(), englishSpelling).map((group) =>
      group.map(({ character, say }) => [character, say, ', ']),
    ),
  );
  await panel.focus('.hand-over select');
  await panel.page().keyboard.press('Escape');
  await panel.waitForSelector('.spelled', { hidden: true });
  expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Spell out');
});

describe('a draft', () => {
  test('goes to the manager or the sponsors, who are asked for only then, and never has the pass', async () => {
    const { panel } = await openIssued(people.ines, { as: 'gina@contoso.com' });
    await click(panel, 'Include the pass', 'checkbox');
    const asked = () => graphRequests(stage).filter((request) => /\/(manager|sponsors)$/.test(request));
    expect(asked()).toEqual([]);
    await click(panel, 'Mail…');
    for (const who of ['manager', 'sponsor']) {
      const link = await find(panel, 'link', `Mail to ${who}…`);
      const href = decodeURIComponent((await link?.evaluate((a) => a.getAttribute('href'))) ?? '');
      expect(href).toMatch(
        /^mailto:emil@contoso\.com\?subject=.*&body=Reenvíe este mensaje a Ines Contractor/,
      );
      expect(href).not.toContain(codeOfInes());
    }
    await waitForText(panel, 'Emil Employee (emil@contoso.com)');
    expect(asked()).toHaveLength(2);
  });

  test('that is too long for its address comes by the clipboard', async () => {
    const desk = await openIssued(people.ines);
    const { panel } = desk;
    await panel.select('.hand-over select', 'ar');
    await click(panel, 'Mail…');
    await waitForText(panel, 'Your role may not read the sponsors of the guest.');
    const link = await find(panel, 'link', 'Mail to manager…');
    await panel.waitForFunction(
      () => !document.querySelector('.drafts a')?.getAttribute('href')?.includes('body='),
    );
    // No mail program here.
    await panel.evaluate(() => addEventListener('click', (event) => event.preventDefault(), true));
    await link?.click();
    await waitForText(panel, 'Paste it into the draft');
    const pasted = await paste(desk);
    expect(pasted).toContain('Ines Contractor');
    expect(pasted).not.toContain(codeOfInes());
  });
});

describe('the printed card', () => {
  /** Takes down what would be printed: what is in the document, and, where the media can be played, what is drawn. */
  async function watchPrinter(panel: Frame): Promise<() => Promise<{ sheet: string; drawn: string }>> {
    if (inject('browserKind') === 'chromium')
      await (panel as Frame & { client: CDPSession }).client.send('Emulation.setEmulatedMedia', {
        media: 'print',
      });
    await panel.evaluate(() => {
      window.print = () => {
        const sheet = document.querySelector<HTMLElement>('.sheet');
        document.documentElement.dataset.printed = JSON.stringify({
          sheet: sheet?.textContent,
          drawn: document.body.innerText,
        });
      };
    });
    return async () =>
      JSON.parse(await panel.evaluate(() => document.documentElement.dataset.printed ?? '{}'));
  }

  test('is the message and nothing else, with the pass only if it is ticked, and leaves no trace', async () => {
    const { panel } = await openIssued(people.ines);
    const printed = await watchPrinter(panel);
    await click(panel, 'Print card');
    const without = await printed();
    expect(without.sheet).toContain('Configure su inicio de sesión en Contoso');
    expect(without.sheet).toContain('ines@contoso.com');
    expect(without.sheet).not.toContain(codeOfInes());
    if (inject('browserKind') === 'chromium') {
      expect(without.drawn).toContain('Configure su inicio de sesión en Contoso');
      expect(without.drawn).not.toContain('Print card');
    } else {
      expect(without.drawn).not.toContain('Configure su inicio de sesión en Contoso');
    }
    expect(await panel.$('.sheet')).toBeNull();

    await click(panel, 'Include the pass', 'checkbox');
    await click(panel, 'Print card');
    expect((await printed()).sheet).toContain(codeOfInes());
    expect(await panel.$('.sheet')).toBeNull();
  });
});

test('axe finds nothing with everything open, and no attribute holds the pass', async () => {
  const { page, panel } = await openIssued(people.ines);
  await click(panel, 'Show pass');
  await click(panel, 'Include the pass', 'checkbox');
  await openMessage(panel);
  await click(panel, 'Mail…');
  await find(panel, 'link', 'Mail to manager…');
  expect(await violationsInThemes(page, panel)).toEqual([]);
  await click(panel, 'Spell out');
  await find(panel, 'list', 'The pass, spelled out');
  expect(await violationsInThemes(page, panel)).toEqual([]);
  const attributes = await panel.$$eval('*', (elements) =>
    elements.flatMap((element) => [...element.attributes].map(({ value }) => value)),
  );
  expect(attributes.filter((value) => value.includes(codeOfInes()))).toEqual([]);
});
