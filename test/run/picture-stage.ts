import type { Page } from 'puppeteer-core';
import { openBrowser } from '../e2e/browser';
import { forgetAll } from '../e2e/forget-all';
import type { Stage } from '../e2e/stage';
import { type ShowState, settingIn } from '../e2e/states';
import { startSandbox } from '../sandbox/server';

/** Gives `work` a sandbox and a Chromium with the extension of this folder, and closes both after it. */
export async function onPictureStage<T>(
  extensionDir: string,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox({ validate: false });
  const browser = await openBrowser('chromium', { sandbox, extensionDir });
  try {
    return await work({ sandbox, browser });
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

/** Brings the stage into one state, from a fresh start, and resolves to its page, in front. */
export async function showOn(stage: Stage, show: ShowState, theme: string): Promise<Page> {
  stage.sandbox.state.reset();
  stage.sandbox.faults.clear();
  await forgetAll(stage.browser, {});
  const page = await show(settingIn(stage, theme));
  await page.bringToFront();
  return page;
}

/** Waits until a frame that grows came to its end, and what can be clicked is armed again. */
export const comeToRest = () => new Promise<void>((passed) => setTimeout(passed, 900));
