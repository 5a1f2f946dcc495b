import type { CDPSession, Page } from 'puppeteer-core';
import { evaluateInFirefox } from './background';
import type { TestBrowser } from './browser';

/** All that was written to a console, by whatever context, as text. */
export type ConsoleLog = { text(): Promise<string> };

/**
 * Listens to the page, its frames, its content scripts and the extension's background, from before `page` goes
 * anywhere. Firefox's driver hears the page alone; of the others its own log tells errors.
 */
export async function listenToConsoles(browser: TestBrowser, page: Page): Promise<ConsoleLog> {
  const heard: unknown[] = [];
  if (browser.kind === 'firefox') {
    page.on('console', (message) => heard.push(message.text()));
    await evaluateInFirefox(browser.browser, 'Services.console.reset()');
    const errors = 'JSON.stringify(Services.console.getMessageArray().map(String))';
    return { text: async () => heard.join('\n') + (await evaluateInFirefox(browser.browser, errors)) };
  }
  const worker = await browser.browser.waitForTarget((target) => target.type() === 'service_worker');
  const background = await worker.createCDPSession();
  await listen(background, heard);
  await background.send('Runtime.evaluate', { expression: 'console.log("heard in the background")' });
  await listen(await page.createCDPSession(), heard);
  return { text: async () => JSON.stringify(heard) };
}

async function listen(session: CDPSession, heard: unknown[]): Promise<void> {
  for (const event of ['Runtime.consoleAPICalled', 'Runtime.exceptionThrown', 'Log.entryAdded'] as const)
    session.on(event, (said: unknown) => heard.push(said));
  // A frame of another origin is a process of its own.
  session.on('sessionattached', (frame: CDPSession) => listen(frame, heard).catch(() => {}));
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: true,
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
}
