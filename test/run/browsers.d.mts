/** Browsers the tests and the demo can drive. */
export type BrowserName = 'chromium' | 'edge' | 'firefox';

/** The executable of an installed browser, or undefined. `CHROME_PATH`, `EDGE_PATH`, `FIREFOX_PATH` come first. */
export function findBrowser(name: BrowserName): string | undefined;
