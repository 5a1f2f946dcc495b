import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSetUpOnInstall } from '../utils/set-up-page';

const openOptionsPage = vi.fn(async () => {});
beforeEach(() => {
  fakeBrowser.reset();
  openOptionsPage.mockClear();
  Object.assign(browser.runtime, { openOptionsPage });
});

/** What the browser says after an installation, an update or a start, and how often it was looked whether it is set up. */
async function when(reason: string, isSetUp: (look: number) => boolean): Promise<number> {
  let looks = 0;
  const look = async () => {
    looks += 1;
    return isSetUp(looks);
  };
  openSetUpOnInstall(look, async () => {});
  await fakeBrowser.runtime.onInstalled.trigger({ reason, temporary: false } as never);
  await new Promise((passed) => setTimeout(passed));
  return looks;
}

it('opens the options page after an installation that knows no client id', async () => {
  await when('install', () => false);
  expect(openOptionsPage).toHaveBeenCalledOnce();
});

it('opens nothing where the client id has come along', async () => {
  expect(await when('install', () => true)).toBe(1);
  expect(openOptionsPage).not.toHaveBeenCalled();
});

it('waits a moment for the policy of the organization', async () => {
  await when('install', (look) => look === 8);
  expect(openOptionsPage).not.toHaveBeenCalled();
});

it.each(['update', 'browser_update'])('opens nothing after %s', async (reason) => {
  expect(await when(reason, () => false)).toBe(0);
  expect(openOptionsPage).not.toHaveBeenCalled();
});
