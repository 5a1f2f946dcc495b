import type { Page } from 'puppeteer-core';
import { passPath, userPath } from '../../utils/graph-ids';
import { userFields } from '../../utils/graph-replies';
import { openSignedIn } from '../e2e/admin';
import type { Stage } from '../e2e/stage';
import { groups, people } from '../sandbox/seed';
import { tokenFor } from '../sandbox/sign-in-by-hand';
import { type SandboxUser, userOf } from '../sandbox/state';
import { markPanels } from './panel-marks';

/** Delays every answer of Graph by so many milliseconds, instead of the delay before. */
export function delayGraph({ sandbox }: Stage, milliseconds: number): void {
  sandbox.faults.clear();
  if (milliseconds > 0)
    sandbox.faults.add({ room: 'graph', url: /./, fault: { kind: 'slow', milliseconds } });
}

/** What the extension asks of Graph for one guest, in one round trip each: who stands there, and a pass. */
export const requests = {
  look: (id: string) => ({
    path: '/$batch',
    body: {
      requests: [
        { id: 'user', method: 'GET', url: `${userPath(id)}?$select=${userFields}` },
        { id: 'passes', method: 'GET', url: passPath(id) },
        {
          id: 'groups',
          method: 'POST',
          url: `${userPath(id)}/checkMemberGroups`,
          body: { groupIds: [groups.contractors] },
          headers: { 'Content-Type': 'application/json' },
        },
      ],
    },
  }),
  issue: (id: string) => ({ path: passPath(id), body: {} }),
};

/**
 * How long the same request takes by one bare `fetch` in the extension's own worker, with a token at hand, in
 * milliseconds. Throws for an answer that is none.
 */
export async function bareFetch(
  { browser, sandbox }: Stage,
  { path, body }: { path: string; body: unknown },
): Promise<number> {
  const target = await browser.browser.waitForTarget((target) => target.type() === 'service_worker');
  // A session of our own, ended after it: a worker that puppeteer keeps one to does not start again once it was stopped.
  const session = await target.createCDPSession();
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${tokenFor(sandbox.state)}` },
    body: JSON.stringify(body),
  };
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(async () => {
      const start = performance.now();
      const answer = await fetch('https://graph.microsoft.com/v1.0${path}', ${JSON.stringify(init)});
      await answer.text();
      return answer.ok ? performance.now() - start : undefined;
    })()`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (typeof result.value !== 'number') throw new Error(`The bare request to ${path} was refused.`);
  return result.value;
}

/** Leads the portal to another address as its own links do; gives back when, in milliseconds since 1970. */
export async function goToAt(page: Page, url: string): Promise<number> {
  return page.evaluate((hash) => {
    const at = performance.timeOrigin + performance.now();
    location.hash = hash;
    return at;
  }, new URL(url).hash);
}

/** An admin's tab, signed in to Guestpass, on a page of the portal that is nobody's; its panels note what they show. */
export async function openMarked(stage: Stage): Promise<Page> {
  const { page } = await openSignedIn(stage, people.ines);
  await page.close();
  const marked = await stage.browser.browser.newPage();
  await markPanels(marked);
  await marked.goto(home);
  return marked;
}

/** A page of the portal that is nobody's. */
export const home = 'https://entra.microsoft.com/#home';

/** A guest whom nobody has looked at yet, like Ines. */
export function newGuest({ sandbox }: Stage): SandboxUser {
  const [contoso] = sandbox.state.tenants;
  const ines = contoso && userOf(contoso, people.ines);
  if (!ines) throw new Error('The seed begins with Contoso and has an Ines.');
  const number = contoso.users.length;
  const userPrincipalName = `guest${number}@contoso.com`;
  const guest: SandboxUser = {
    ...structuredClone(ines),
    id: `30000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    displayName: `Guest ${number}`,
    userPrincipalName,
    identities: [
      {
        signInType: 'userPrincipalName',
        issuer: 'contoso.onmicrosoft.com',
        issuerAssignedId: userPrincipalName,
      },
    ],
  };
  contoso.users.push(guest);
  return guest;
}
