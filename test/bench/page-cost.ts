import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '../e2e/browser';
import { home } from './bench-stage';
import { beside, figure, type Section } from './figure';

type Cost = { script: number; heap: number; requests: number; longTasks: number };

const walk = [
  '#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers',
  '#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/AdminAuthMethods',
  '#home',
];

/**
 * What a portal page costs that is not a user's, in a browser with Guestpass and in one without: loaded, and led through
 * three of its own links.
 */
export async function measurePageCost(
  withIt: TestBrowser,
  without: TestBrowser,
  n: number,
): Promise<Section> {
  const ours: Cost[] = [];
  const bare: Cost[] = [];
  for (let turn = 0; turn <= n; turn += 1) {
    const pair = [await costOf(withIt), await costOf(without)] as const;
    if (turn === 0) continue;
    ours.push(pair[0]);
    bare.push(pair[1]);
  }
  const line = beside('without Guestpass', { ours, theirs: bare });
  const differences = ours.map(({ script }, turn) => script - (bare[turn]?.script ?? 0));
  return {
    title: 'Portal pages that are not ours',
    note: 'A page of the sandbox’s portal, loaded and led through three links, none of them a user’s.',
    figures: [
      line('script', 'ms', 'script'),
      figure('script, each load less the one without', 'ms', differences, { reach: 3 }),
      line('heap', 'MB', 'heap'),
      line('requests', 'requests', 'requests'),
      line('long tasks', 'tasks', 'longTasks'),
    ],
  };
}

async function costOf({ browser }: TestBrowser): Promise<Cost> {
  const page = await browser.newPage();
  let requests = 0;
  page.on('request', () => {
    requests += 1;
  });
  await page.evaluateOnNewDocument(() => {
    Object.assign(window, { longTasks: 0 });
    new PerformanceObserver((list) => {
      (window as unknown as Counting).longTasks += list.getEntries().length;
    }).observe({ type: 'longtask', buffered: true });
  });
  const session = await page.createCDPSession();
  // What the page's thread did, not what it waited for: the extension's worker takes the same cores.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(home, { waitUntil: 'networkidle0' });
  for (const hash of walk) await follow(page, hash);
  const longTasks = await page.evaluate(() => (window as unknown as Counting).longTasks);
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const { ScriptDuration = 0, JSHeapUsedSize = 0 } = Object.fromEntries(
    metrics.map(({ name, value }) => [name, value]),
  );
  await page.close();
  return { script: ScriptDuration * 1000, heap: JSHeapUsedSize / 1e6, requests, longTasks };
}

type Counting = { longTasks: number };

async function follow(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.waitForNetworkIdle({ idleTime: 300 });
}
