import type { Browser } from 'puppeteer-core';

/**
 * Stops the extension's service worker and waits until it has stopped, though a question that it left may have
 * started it again by then; rejects when it did not stop within 30 seconds.
 * https://chromedevtools.github.io/devtools-protocol/tot/ServiceWorker/#method-stopAllWorkers
 */
export async function stopChromiumBackground(browser: Browser, extensionId: string): Promise<void> {
  const ours = `chrome-extension://${extensionId}/`;
  const isRunning = browser
    .targets()
    .some((target) => target.type() === 'service_worker' && target.url().startsWith(ours));
  const [page] = await browser.pages();
  if (!isRunning || !page) return;
  const session = await page.createCDPSession();
  let activated = false;
  let stopped = false;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, status, runningStatus } of versions) {
      if (!scriptURL.startsWith(ours)) continue;
      activated ||= status === 'activated';
      stopped ||= runningStatus === 'stopped';
    }
  });
  await session.send('ServiceWorker.enable');
  for (const deadline = Date.now() + 30_000; !stopped; ) {
    if (Date.now() > deadline) throw new Error('The service worker did not stop within 30 seconds.');
    // Stopped in the middle of its first start, a worker has not told yet what wakes it, and never wakes again.
    if (activated) await session.send('ServiceWorker.stopAllWorkers');
    await new Promise((passed) => setTimeout(passed, 20));
  }
  await session.detach();
}

/** WebDriver BiDi as Firefox speaks it to puppeteer, which keeps it to itself. */
type Bidi = { send(method: string, params: object): Promise<{ result: BidiResult }> };
type BidiResult = {
  contexts?: { context: string }[];
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
};

/**
 * Stops the event page of an add-on; rejects when it still runs after 30 seconds.
 * https://firefox-source-docs.mozilla.org/toolkit/components/extensions/webextensions/background.html
 */
export async function stopFirefoxBackground(browser: Browser, addonId: string): Promise<void> {
  const stop = () => evaluateInFirefox(browser, terminate(addonId));
  const deadline = Date.now() + 30_000;
  for (let state = await stop(); state !== 'stopped'; state = await stop()) {
    if (Date.now() > deadline) throw new Error(`The event page did not stop within 30 seconds: ${state}`);
    await new Promise((passed) => setTimeout(passed, 20));
  }
}

/**
 * Runs an expression in the browser's own window, which `--remote-allow-system-access` opens, waits for its promise,
 * and gives back its value.
 */
export async function evaluateInFirefox(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as Browser & { connection?: Bidi };
  if (!connection) throw new Error('This puppeteer does not show its BiDi connection any more.');
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.evaluate', {
    expression,
    awaitPromise: true,
    target: { context: tree.contexts?.[0]?.context },
  });
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
  return result.result?.value;
}

/**
 * Without `disableResetIdleForTest` Firefox says nothing and lets a page live on that still answers a message or an
 * event: the next test would find it signed in. What happens meanwhile can still keep it alive, hence the state.
 */
const terminate = (addonId: string) => `(async ({ extension }) => {
  await extension.terminateBackground({ disableResetIdleForTest: true });
  return extension.backgroundState;
})(WebExtensionPolicy.getByID(${JSON.stringify(addonId)}))`;
