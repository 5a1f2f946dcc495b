import type { Page } from 'puppeteer-core';
import { forgetAll } from '../e2e/forget-all';
import { onOwnStage } from '../e2e/own-stage';
import type { Stage } from '../e2e/stage';
import { type ShowState, settingIn } from '../e2e/state-setting';
import { setPatience } from '../e2e/until';

/** How long a state may stand still, in milliseconds: a person waits for the outcome. */
const patience = 20_000;

/**
 * Gives `work` a sandbox and a Chromium with the extension of this folder, in a language of `public/_locales`, and
 * closes both after it.
 */
export async function onPictureStage<T>(
  { extensionDir, language = 'en' }: { extensionDir: string; language?: string },
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  setPatience(patience);
  return onOwnStage({ extensionDir, language, patience }, work);
}

/** Brings the stage into one state, from a fresh start, and resolves to its page, in front. */
export async function showOn(stage: Stage, show: ShowState): Promise<Page> {
  stage.sandbox.state.reset();
  stage.sandbox.faults.clear();
  await forgetAll(stage.browser, {});
  const page = await show(settingIn(stage));
  await page.bringToFront();
  return page;
}

/** Waits until a frame that grows came to its end, and what can be clicked is armed again. */
export const comeToRest = () => new Promise<void>((passed) => setTimeout(passed, 900));
