import axe from 'axe-core';
import type { Frame, Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { goTo, openSignedIn } from './admin';
import { byRole, click, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();

/** What axe finds wrong with WCAG 2.2 AA, as `rule: element`. */
async function violationsOf(place: Frame | Page): Promise<string[]> {
  await place.evaluate(axe.source);
  return place.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({ runOnly: tags });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

test.each(['light', 'dark', 'hc'])(
  'axe finds nothing in the states of the panel, %s',
  async (theme) => {
    const themed = (id: string) => userPage(id).replace('/#', `/?theme=${theme}#`);
    const { page, panel } = await openSignedIn(stage, people.ines, { url: themed(people.ines) });
    await panel.waitForSelector(byRole('button', 'Issue TAP'));
    expect(await panel.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    expect(await violationsOf(panel)).toEqual([]);

    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    await click(panel, 'Show pass');
    expect(await violationsOf(panel)).toEqual([]);

    await click(panel, 'Done');
    await click(panel, 'Replace TAP');
    await panel.waitForSelector(byRole('button', 'Cancel'));
    expect(await violationsOf(panel)).toEqual([]);

    await goTo(page, themed(people.excluded));
    await waitForText(panel, 'xenia@contoso.com');
    await click(panel, 'Issue TAP');
    await panel.waitForSelector(byRole('alert'));
    expect(await violationsOf(panel)).toEqual([]);
  },
  60_000,
);

test('axe finds nothing on the options page', async () => {
  const page = await stage.browser.openExtensionPage('options.html');
  expect(await violationsOf(page)).toEqual([]);
  await page.close();
});
