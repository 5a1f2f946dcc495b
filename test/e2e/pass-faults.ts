import type { Frame } from 'puppeteer-core';
import { expect } from 'vitest';
import { people } from '../sandbox/seed';
import { codeOf, type Desk, issuingRequests, shownPass } from './admin';
import { type Held, holdRequest, type Meant } from './hold-request';
import { byRole, click, find, panelOf, waitForText } from './panel';
import type { Stage } from './stage';
import { until } from './until';

/** What an admin does about a pass. */
export type Flow = 'issue' | 'replace' | 'revoke';

/** One step at which the fault of a table strikes. */
export type Row = {
  flow: Flow;
  /** `before` the click; once the request is `sent`, which then gets lost; once Graph has `acted`, before its answer. */
  at: 'before' | 'sent' | 'acted';
  /** What the panel says as long as the fault lasts. */
  says: string;
  /** What the panel says once it can read again. */
  next?: string;
  /** The pass on the server afterwards: the one from before this step, another, or none. */
  holds: 'none' | 'former' | 'new';
  /** The panel has the code of that pass. */
  shown?: true;
};

/** Something that goes wrong, and how it ends. */
export type Fault = {
  strike(stage: Stage, desk: Desk): Promise<void>;
  end?(stage: Stage): void;
  /** The request gets through: its answer comes while the fault lasts. */
  answers?: true;
};

const labels = { issue: 'Issue TAP', replace: 'Replace TAP', revoke: 'Revoke TAP' };
/** The request that each of them makes. */
export const requests: Record<Flow, Meant> = {
  issue: { method: 'POST', url: /temporaryAccessPassMethods$/ },
  replace: { method: 'POST', url: /temporaryAccessPassMethods$/ },
  revoke: { method: 'DELETE', url: /temporaryAccessPassMethods\// },
};

/** Orders like a person: replacing and revoking ask once. */
export async function order(panel: Frame, flow: Flow): Promise<void> {
  await click(panel, labels[flow]);
  if (flow === 'issue') return;
  await find(panel, 'button', 'Cancel');
  await click(panel, labels[flow]);
}

/** Plays one row on a page whose panel is ready for Ines, and holds what is shown against what the server has. */
export async function playRow(stage: Stage, { page }: Desk, row: Row, fault: Fault): Promise<void> {
  const { flow, at, says, next, holds } = row;
  const former = codeOf(stage, people.ines);
  const posts = issuingRequests(stage).length;
  let held: Held | undefined;
  let panel = await panelOf(page);
  if (at === 'before') await fault.strike(stage, { page, panel });
  else held = holdRequest(stage.sandbox, requests[flow], at);
  await order(panel, flow);
  await held?.arrived();
  if (held) await fault.strike(stage, { page, panel });
  panel = await panelOf(page);
  if (fault.answers) await waitForText(panel, says);
  held?.letGo();
  if (!fault.answers) await waitForText(panel, says);
  fault.end?.(stage);
  if (next) await readUntil(panel, next);
  // Of our own accord nothing is ever ordered again, whatever was lost.
  expect(issuingRequests(stage).length - posts).toBe(flow === 'revoke' || at === 'before' ? 0 : 1);
  // What is there is said, and there is a way on.
  if (row.shown) await showPass(panel);
  else await find(panel, 'button', holds === 'none' ? 'Issue TAP' : 'Replace TAP');
  const code = codeOf(stage, people.ines);
  if (holds === 'none') expect(code).toBeUndefined();
  else if (holds === 'former') expect(code).toBe(former);
  else expect([undefined, former]).not.toContain(code);
  if (row.shown) {
    expect(await shownPass(panel)).toBe(code);
    await click(panel, 'Done');
  }
}

/**
 * Reads again until the panel says this. A reading begun before the fault ended may fail yet, or be the one that
 * succeeds.
 */
async function readUntil(panel: Frame, words: string): Promise<void> {
  await until(`text “${words}”`, async () => {
    if (await panel.evaluate((words) => document.body.innerText.includes(words), words)) return true;
    for (const name of ['Read again', 'Try again']) await (await panel.$(byRole('button', name)))?.click();
    return false;
  });
}

/** Shows the pass that was issued here. */
export async function showPass(panel: Frame): Promise<void> {
  await click(panel, 'Show pass');
  await find(panel, 'button', 'Hide pass');
}
