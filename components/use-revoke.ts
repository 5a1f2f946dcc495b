import { useState } from 'preact/hooks';
import type { Failure } from '../utils/failures';
import { call, type Pass } from '../utils/messages';
import type { ReadyTarget, TargetReader } from './target-reader';
import type { Ordering } from './use-issue';
import { whomOf } from './whom-of';

/** How far a revocation is, for the user who is shown. */
export type Revocation = {
  step:
    | { name: 'idle' | 'confirming' | 'revoking' }
    /** `open` is the id of the pass, until a reading tells what became of a revocation whose answer got lost. */
    | { name: 'failed'; failure: Failure; open?: string };
  /** Says, once, what became of the last revocation. */
  revoked: boolean;
  ask: (event: Event) => void;
  confirm: (event: Event, pass: Pass) => void;
  cancel: () => void;
  readAgain: () => void;
  /** Forgets a failure; missing until a reading has told what became of the order. */
  dismiss: (() => void) | undefined;
};

type State = { userId: string; step: Revocation['step']; revoked: boolean };

/** Revokes the pass of the user who is shown, after one question. */
export function useRevoke(
  target: ReadyTarget | undefined,
  reader: TargetReader,
  { mayAct, busy }: Ordering,
  /** Called when a revocation begins. */
  begun: () => void,
): Revocation {
  const [state, setState] = useState<State>();
  const mine = state !== undefined && state.userId === target?.guest.id ? state : undefined;
  // What a former order left was told before this one ended well.
  const step = mine && (mine.revoked || mine.step.name !== 'idle') ? mine.step : stepOf(target);

  const put = (userId: string, step: State['step'], revoked = false) =>
    // What became of a former user's order must not touch the user shown now.
    setState((now) => (now && now.userId !== userId ? now : { userId, step, revoked }));

  async function confirm(event: Event, pass: Pass): Promise<void> {
    if (!target || step.name !== 'confirming' || !mayAct(event)) return;
    const { guest } = target;
    busy.add(guest.id);
    begun();
    put(guest.id, { name: 'revoking' });
    const result = await call('revokePass', { ...whomOf(target, reader.seen()), passId: pass.id });
    busy.delete(guest.id);
    if (!result.ok) {
      const { failure } = result;
      const isLost = failure.code === 'revocationUnknown' || failure.code === 'notRevoked';
      put(guest.id, { name: 'failed', failure, ...(isLost ? { open: pass.id } : {}) });
      if ((isLost || target.unsettled) && (await reader.readQuietly()) && isLost)
        settle(guest.id, pass.id, failure);
      return;
    }
    put(guest.id, { name: 'idle' }, true);
    reader.revoked(guest.id, pass.id);
    if (reader.shown(guest.id)) await reader.readQuietly();
  }

  /** The background was read after an answer got lost: it tells what became of the order, if it was ever sent. */
  function settle(userId: string, passId: string, failure: Failure): void {
    const now = reader.shown(userId);
    if (!now) return;
    const isTold = now.underWay || now.unsettled || now.revoked !== undefined;
    const code = now.pass?.id === passId ? 'notRevoked' : failure.code;
    put(userId, isTold ? { name: 'idle' } : { name: 'failed', failure: { ...failure, code } });
  }

  function dismiss(): void {
    if (!target) return;
    call('dismissPass', { userId: target.guest.id, keepsPass: true });
    reader.dismissed(true);
    setState(undefined);
  }

  const cancel = () => setState(undefined);

  return {
    step,
    dismiss: step.name === 'failed' && !step.open ? dismiss : undefined,
    revoked: mine?.revoked || (step.name === 'idle' && target?.revoked !== undefined),
    ask: (event) =>
      target &&
      mayAct(event) &&
      setState({ userId: target.guest.id, step: { name: 'confirming' }, revoked: false }),
    confirm,
    cancel,
    async readAgain() {
      const { failure, open } = step.name === 'failed' ? step : {};
      if (!open) cancel();
      await reader.readAgain();
      if (mine && failure && open) settle(mine.userId, open, failure);
    },
  };
}

/** What is told of an order of a former page, worker or panel. */
function stepOf(target: ReadyTarget | undefined): Revocation['step'] {
  if (target?.underWay === 'revoking') return { name: 'revoking' };
  return target?.unsettled?.action === 'revoke'
    ? { name: 'failed', failure: target.unsettled.failure }
    : { name: 'idle' };
}
