import type { Browser } from 'puppeteer-core';

/**
 * Stops the extension's service worker and waits until it is gone; rejects when it still runs after five seconds.
 * https://chromedevtools.github.io/devtools-protocol/tot/ServiceWorker/#method-stopAllWorkers
 */
export async function stopChromiumBackground(browser: Browser, extensionId: string): Promise<void> {
  const ours = `chrome-extension://${extensionId}/`;
  const find = () =>
    browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(ours));
  const target = find();
  const [page] = await browser.pages();
  if (!target || !page) return;
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  const deadline = Date.now() + 5000;
  while (find() === target) {
    if (Date.now() > deadline) throw new Error('The service worker did not stop within 5 seconds.');
    await new Promise((passed) => setTimeout(passed, 20));
  }
  await session.detach();
}

/** WebDriver BiDi as Firefox speaks it to puppeteer, which keeps it to itself. */
type Bidi = { send(method: string, params: object): Promise<{ result: BidiResult }> };
type BidiResult = { contexts?: { context: string }[]; type?: string; exceptionDetails?: { text: string } };

/** Stops the event page of an add-on from the browser's own window, which `--remote-allow-system-access` opens. */
export async function stopFirefoxBackground(browser: Browser, addonId: string): Promise<void> {
  const { connection } = browser as Browser & { connection?: Bidi };
  if (!connection) throw new Error('This puppeteer does not show its BiDi connection any more.');
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.evaluate', {
    expression: `WebExtensionPolicy.getByID(${JSON.stringify(addonId)}).extension.terminateBackground()`,
    awaitPromise: true,
    target: { context: tree.contexts?.[0]?.context },
  });
  if (result.type !== 'success')
    throw new Error(result.exceptionDetails?.text ?? 'The event page did not stop.');
}
