import { useState } from 'preact/hooks';
import { call } from '../utils/messages';
import { endOf } from '../utils/pass-life';
import { useFittedFrame } from './fit-frame';
import { formatMoment } from './format-time';
import { Panel, type Status, type View } from './panel';
import type { PortalPort } from './portal-port';
import type { Reading, ReadyTarget } from './target-reader';
import { useArmed } from './use-armed';
import { type Issue, useIssue } from './use-issue';
import { useNow } from './use-now';
import { useTarget } from './use-target';

/** The live panel: follows the tab, asks the background, and draws `Panel`. */
export function GuestpassPanel({ portal }: { portal: PortalPort }) {
  const { reading, reader } = useTarget(portal);
  const [signingIn, setSigningIn] = useState(false);
  const now = useNow();
  const target = reading.state === 'ready' ? reading : undefined;
  const issue = useIssue(target, reader, () => arming.isArmed());
  const arming = useArmed(subjectOf(target, issue));
  useFittedFrame(arming.watched, (height) => portal.tell({ height }));

  async function signIn(event: Event): Promise<void> {
    if (!event.isTrusted || signingIn) return;
    setSigningIn(true);
    issue.reset();
    await reader.signIn();
    setSigningIn(false);
  }

  function readAgain(): void {
    issue.reset();
    reader.readAgain();
  }

  return (
    <Panel
      view={viewOf(reading, issue, signingIn, arming.armed)}
      status={statusOf(reading, issue, signingIn, arming.unsure, now)}
      now={now}
      card={arming.watched}
      on={{ ...issue, signIn, readAgain, options: () => void call('openOptions') }}
    />
  );
}

/** What must have been in view before a click counts: the user, and what the click would do. */
function subjectOf(target: ReadyTarget | undefined, { step }: Issue): string | undefined {
  if (!target || target.issued) return undefined;
  return JSON.stringify([target.tenant.id, target.guest.id, step.name === 'confirming']);
}

function viewOf(reading: Reading, issue: Issue, signingIn: boolean, armed: boolean): View {
  switch (reading.state) {
    case 'notUserPage':
    case 'notInternalGuest':
      return { state: 'nothing' };
    case 'signInRequired':
    case 'failed':
      return { ...reading, signingIn };
    case 'ready':
      return reading.issued
        ? { state: 'issued', target: { ...reading, issued: reading.issued } }
        : { state: 'ready', target: reading, step: issue.step, armed };
    default:
      return reading;
  }
}

function statusOf(
  reading: Reading,
  issue: Issue,
  signingIn: boolean,
  unsure: boolean,
  now: number,
): Status | undefined {
  if (signingIn) return { kind: 'progress', text: 'Finish the sign-in in the window that opened.' };
  if (reading.state !== 'ready') return undefined;
  if (reading.issued) {
    const until = `The pass is valid until ${formatMoment(endOf(reading.issued), now).local}.`;
    if (issue.copied === 'copied') return { kind: 'success', text: 'Copied', forScreenReaders: `. ${until}` };
    if (issue.copied === 'notCopied') return { kind: 'warning', text: 'Could not copy. Choose Copy pass.' };
    return undefined;
  }
  if (issue.step.name === 'issuing') return { kind: 'progress', text: 'Issuing the pass…' };
  if (unsure)
    return { kind: 'warning', text: "Guestpass can't be sure that you see this panel. Reload the page." };
  return undefined;
}
