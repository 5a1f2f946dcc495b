import { browser } from 'wxt/browser';

/** Just installed, Chromium tells of a policy only after 3 seconds (measured); Firefox does at once. */
const looks = import.meta.env.FIREFOX ? 1 : 11;
const pauseFor = (milliseconds: number) => new Promise((passed) => setTimeout(passed, milliseconds));

/**
 * Opens the options page after an installation (not after an update), unless the client id has come along by build or
 * by the organization's policy. Must run synchronously when the worker starts.
 * https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onInstalled
 */
export function openSetUpOnInstall(isSetUp: () => Promise<boolean>, pause = pauseFor): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install') return;
    for (let look = 1; look <= looks; look += 1) {
      if (look > 1) await pause(500);
      if (await isSetUp()) return;
    }
    await browser.runtime.openOptionsPage();
  });
}
