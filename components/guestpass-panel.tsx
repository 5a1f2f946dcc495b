import { useState } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { call } from '../utils/messages';
import { canBeReplaced } from '../utils/pass-life';
import { describePause } from './describe-pause';
import { useFittedFrame } from './fit-frame';
import { Panel, type View } from './panel';
import type { PortalPort } from './portal-port';
import { clickAgain, type Status } from './status-line';
import { type Reading, type ReadyTarget, withoutNews } from './target-reader';
import { type Arming, useArmed } from './use-armed';
import type { Dock } from './use-dock';
import { type Drafting, useDraft } from './use-draft';
import { type Issue, useIssue } from './use-issue';
import { useNow } from './use-now';
import { usePause } from './use-pause';
import { type Revocation, useRevoke } from './use-revoke';
import { useTarget } from './use-target';
import { whomOf } from './whom-of';

/**
 * The live panel: follows the tab, asks the background, and draws `Panel`. Without `portal` it stands in the
 * toolbar's popup, where it explains what it would leave away on a page.
 */
export function GuestpassPanel({ portal, dock }: { portal?: PortalPort; dock?: Dock }) {
  // Before the first call: what it waits for may be told at once.
  const pause = usePause();
  const { reading, reader } = useTarget(portal);
  const [signingIn, setSigningIn] = useState(false);
  const now = useNow();
  const [busy] = useState(() => new Set<string>());
  const target = targetOf(reading, busy);
  const draft = useDraft(reading);
  const ordering = {
    mayAct: (event: Event) => !isBusy(target, busy) && mayReveal(event),
    drawnAt: now,
    busy,
  };
  const issue = useIssue(target, reader, draft, ordering, () => revocation.cancel());
  const revocation = useRevoke(target, reader, ordering, issue.cancel);
  // Security: what is collapsed is out of sight, and begins anew.
  const arming = useArmed(dock?.collapsed ? undefined : subjectOf(target, issue, revocation, now));
  const waits = isBusy(target, busy);
  useFittedFrame(arming.watched, (height) => portal?.tell({ height }));

  async function signIn(event: Event, pick = false): Promise<void> {
    if (!event.isTrusted || signingIn) return;
    setSigningIn(true);
    await issue.afresh(() => reader.signIn({ pick }));
    setSigningIn(false);
  }

  async function grant(event: Event): Promise<void> {
    if (event.isTrusted) await call('signIn', { ...reader.seen(), purpose: 'watchMethods' });
  }

  /** Security: what reveals the pass takes a person who has seen for whom it is. */
  function mayReveal(event: Event): boolean {
    return event.isTrusted && arming.isArmed();
  }

  return (
    <Panel
      view={viewOf(reading, {
        issue,
        draft,
        now,
        signingIn,
        armed: arming.armed,
        mayOrder: arming.armed && !waits,
        explains: portal === undefined,
      })}
      status={
        // Why an answer that is waited for takes so long.
        (waits || reading.state === 'loading' ? describePause(pause, now) : undefined) ??
        statusOf(reading, issue, revocation, signingIn, arming)
      }
      now={now}
      card={arming.watched}
      dock={dock}
      on={{
        ...issue,
        ...draft,
        signIn,
        readAgain: () => void issue.afresh(reader.readAgain),
        reader,
        mayReveal,
        readContacts: (target) => call('readContacts', whomOf(target, reader.seen())),
        options: () => void call('openOptions'),
        care: { grant, signIn, seen: reader.seen, revocation },
      }}
    />
  );
}

/** The user who is shown; without the news of former orders while another is on its way, for they were read before. */
function targetOf(reading: Reading, busy: Set<string>): ReadyTarget | undefined {
  if (reading.state !== 'ready') return undefined;
  return busy.has(reading.guest.id) ? withoutNews(reading) : reading;
}

/** An order for this user is on its way, from here or from elsewhere: nobody knows what another would do. */
function isBusy(target: ReadyTarget | undefined, busy: Set<string>): boolean {
  return target?.underWay !== undefined || busy.has(target?.guest.id ?? '');
}

/** What must have been in view before a click counts: the user, and what the click would do. */
function subjectOf(
  target: ReadyTarget | undefined,
  issue: Issue,
  revocation: Revocation,
  now: number,
): string | undefined {
  if (!target) return undefined;
  const { tenant, guest, issued, pass } = target;
  const asked = [issue, revocation].map(({ step }) => step.name === 'confirming');
  // With a pass that ends, the question about it goes, and the button no longer asks.
  return JSON.stringify([tenant.id, guest.id, issued?.id, pass && canBeReplaced(pass, now), ...asked]);
}

type Around = {
  issue: Issue;
  draft: Drafting;
  now: number;
  signingIn: boolean;
  armed: boolean;
  mayOrder: boolean;
  explains: boolean;
};

function viewOf(reading: Reading, { issue, draft, now, signingIn, armed, mayOrder, explains }: Around): View {
  switch (reading.state) {
    case 'notUserPage':
    case 'notInternalGuest':
      return explains ? { state: 'explained', target: reading } : { state: 'nothing' };
    case 'signInRequired':
    case 'failed':
      return { ...reading, signingIn };
    case 'ready':
      return reading.issued
        ? { state: 'issued', target: { ...reading, issued: reading.issued }, armed, mayOrder }
        : {
            state: 'ready',
            target: reading,
            step: issue.step,
            options: draft.viewOf(reading, now),
            mayOrder,
          };
    default:
      return reading;
  }
}

function statusOf(
  reading: Reading,
  issue: Issue,
  revocation: Revocation,
  signingIn: boolean,
  { unsure, refused }: Pick<Arming, 'unsure' | 'refused'>,
): Status | undefined {
  if (signingIn) return { kind: 'progress', text: text('finishSignIn') };
  if (reading.state !== 'ready') return undefined;
  if (revocation.step.name === 'revoking') return { kind: 'progress', text: text('revokingPass') };
  if (refused && !unsure) return clickAgain();
  if (reading.issued && issue.copied) return issue.copied;
  if (issue.step.name === 'issuing') return { kind: 'progress', text: text('issuingPass') };
  if (revocation.revoked && !reading.issued) return { kind: 'success', text: text('passRevoked') };
  return unsure ? { kind: 'warning', text: text('pageCoversPanel') } : undefined;
}
