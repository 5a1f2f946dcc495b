import type { browser as extensionApi } from 'wxt/browser';
import type { Stage } from '../e2e/stage';
import { openMarked } from './bench-stage';
import { baseline, figure, type Section } from './figure';

declare const chrome: typeof extensionApi;

/** From a stopped worker to the accounts that MSAL holds tokens of, and the same question to one that runs. */
export async function measureWorker(stage: Stage, n: number): Promise<Section> {
  await (await openMarked(stage)).close();
  const asker = await stage.browser.openExtensionPage('options.html');
  const ask = () =>
    asker.evaluate(async () => {
      const start = performance.now();
      const answer = await chrome.runtime.sendMessage({ call: 'readAccounts', args: [] });
      if (!answer?.ok) throw new Error(`No accounts: ${JSON.stringify(answer)}`);
      return performance.now() - start;
    });
  const cold: number[] = [];
  const warm: number[] = [];
  for (let turn = 0; turn <= n; turn += 1) {
    await stage.browser.killBackground();
    const time = await ask();
    if (turn > 0) cold.push(time);
    if (turn > 0) warm.push(await ask());
  }
  await asker.close();
  return {
    title: 'Worker',
    figures: [
      figure('stopped worker → MSAL’s accounts and tokens read', 'ms', cold, {
        baseline: baseline('a worker that runs', warm),
      }),
    ],
  };
}
