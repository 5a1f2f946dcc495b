import type { Fault, Row } from './pass-faults';

const maybeMade = 'A pass may exist whose code nobody saw.';
const noneMade = 'Microsoft Graph lists no new pass.';
const lost = 'A pass was made, but its code got lost on its way.';
const maybeThere = 'The pass may still work.';
const stillThere = 'Microsoft Graph still lists the pass.';

/**
 * What goes wrong, and at which steps of the life of one pass; each table is played from its first row to its last.
 *
 * Left out: `before` with a killed worker or a reloaded page is how every panel starts. With a reloaded page `sent`
 * and `acted` differ for Graph only: each stands for both somewhere. To issue and to replace is the same request, so
 * each fault takes either where it has had the other. Once a pass is shown, the kill and the reload stand in
 * `issue.e2e.ts`. An access token ends, or a session is revoked, before a request or after it, never on its way.
 */
export const passFaults: Record<string, Fault & { rows: Row[] }> = {
  'worker killed': {
    strike: ({ browser }) => browser.killBackground(),
    rows: [
      { flow: 'issue', at: 'sent', says: noneMade, holds: 'none' },
      { flow: 'issue', at: 'acted', says: lost, holds: 'new' },
      { flow: 'replace', at: 'acted', says: lost, holds: 'new' },
      { flow: 'revoke', at: 'sent', says: stillThere, holds: 'former' },
      { flow: 'revoke', at: 'acted', says: 'Pass revoked', holds: 'none' },
    ],
  },
  'page reloaded': {
    async strike(_, { page }) {
      await page.reload();
    },
    answers: true,
    rows: [
      { flow: 'issue', at: 'acted', says: 'Issuing the pass…', holds: 'new', shown: true },
      { flow: 'revoke', at: 'sent', says: 'Revoking the pass…', holds: 'none' },
    ],
  },
  'browser offline': {
    async strike({ sandbox }) {
      sandbox.network.down = true;
    },
    end({ sandbox }) {
      sandbox.network.down = false;
    },
    rows: [
      row('issue', 'before', maybeMade, noneMade, 'none'),
      row('issue', 'sent', maybeMade, noneMade, 'none'),
      row('issue', 'acted', maybeMade, lost, 'new'),
      row('revoke', 'sent', maybeThere, stillThere, 'former'),
      row('revoke', 'acted', maybeThere, 'Pass revoked', 'none'),
    ],
  },
};

/** Nothing can be read until the fault is over. */
function row(flow: Row['flow'], at: Row['at'], says: string, next: string, holds: Row['holds']): Row {
  return { flow, at, says, next, holds };
}
