import { startSandbox } from '../sandbox/server';
import { openBrowser } from './browser';
import type { Stage } from './stage';

/** Gives `work` a sandbox and a Chromium with Guestpass to itself, outside of the tests, and closes both after it. */
export async function onOwnStage<T>(
  options: Omit<Parameters<typeof openBrowser>[1], 'sandbox'>,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox({ validate: false });
  try {
    const browser = await openBrowser('chromium', { sandbox, ...options });
    try {
      return await work({ sandbox, browser });
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
  }
}
