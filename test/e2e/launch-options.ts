import type { LaunchOptions } from 'puppeteer-core';
import type { Sandbox } from '../sandbox/server';

type Way = Pick<Sandbox, 'proxyPort' | 'spki'>;

/** Chromium, Chrome or Edge on the sandbox: its proxy, its certificate, its language, and no calls home. */
export function chromiumOptions({ proxyPort, spki }: Way, language = 'en'): LaunchOptions {
  return {
    browser: 'chrome',
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      `--proxy-server=127.0.0.1:${proxyPort}`,
      `--ignore-certificate-errors-spki-list=${spki}`,
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,IsolateOrigins,site-per-process',
      // Puppeteer 24 loses a frame when two frames with processes of their own attach at once, as blades do: every
      // question to it then waits for ever. Blades share the portal's process here; the panel keeps its own.
      '--disable-site-isolation-trials',
      '--no-first-run',
      '--no-default-browser-check',
      `--lang=${language === 'en' ? 'en-US' : language.replace('_', '-')}`,
      // Chromium's own sandbox refuses to run as root, which is what containers do.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}

/** Firefox knows its add-ons under a random id; this one is fixed, so that tests know the addresses of our pages. */
export const firefoxExtensionUuid = '6e57a001-5a9d-4b0c-8c1d-00000000f0f0';

/**
 * Firefox on the sandbox. `--remote-allow-system-access` lets a test open extension pages and stop the event page.
 * https://firefox-source-docs.mozilla.org/remote/Prefs.html
 */
export function firefoxOptions({ proxyPort }: Way, downloadPath: string, addonId: string): LaunchOptions {
  return {
    browser: 'firefox',
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: firefoxExtensionUuid }),
      // Puppeteer's `downloadBehavior` does not reach the first context of Firefox.
      'browser.download.folderList': 2,
      'browser.download.dir': downloadPath,
      // Grants at once what an extension asks for in a click: no driver can press the browser's own button.
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.update.enabled': false,
      'services.settings.server': 'data:,',
      'intl.accept_languages': 'en-US',
    },
  };
}
