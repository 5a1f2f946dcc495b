import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../utils/failures';
import { call, type Pass } from '../utils/messages';
import type { ReadyTarget, TargetReader } from './target-reader';

/** How far a revocation is, for the user who is shown. */
export type Revocation = {
  step: { name: 'idle' | 'confirming' | 'revoking' } | { name: 'failed'; failure: Failure };
  /** Says, once, what became of the last revocation. */
  revoked: boolean;
  ask: (event: Event) => void;
  confirm: (event: Event, pass: Pass) => void;
  cancel: () => void;
  readAgain: () => void;
};

type State = { userId: string; step: Revocation['step']; revoked: boolean };

/** Revokes the pass of the user who is shown, after one question. `isArmed` is asked in the click. */
export function useRevoke(
  target: ReadyTarget | undefined,
  reader: TargetReader,
  isArmed: () => boolean,
): Revocation {
  const [state, setState] = useState<State>();
  const busy = useRef(false);
  const mine = state !== undefined && state.userId === target?.guest.id ? state : undefined;
  const step = mine?.step ?? { name: 'idle' as const };

  const put = (userId: string, step: State['step'], revoked = false) =>
    // What became of a former user's order must not touch the user shown now.
    setState((now) => (now && now.userId !== userId ? now : { userId, step, revoked }));

  // Security: a script of the page cannot press the button, nor can a click on what nobody saw.
  const mayAct = (event: Event) => event.isTrusted && !busy.current && isArmed();

  async function confirm(event: Event, pass: Pass): Promise<void> {
    if (!target || step.name !== 'confirming' || !mayAct(event)) return;
    const { guest, tenant } = target;
    const { directory } = reader.seen();
    busy.current = true;
    put(guest.id, { name: 'revoking' });
    const result = await call('revokePass', {
      userId: guest.id,
      tenantId: tenant.id,
      passId: pass.id,
      ...(directory ? { directory } : {}),
    });
    busy.current = false;
    if (!result.ok) return put(guest.id, { name: 'failed', failure: result.failure });
    put(guest.id, { name: 'idle' }, true);
    if (reader.isShowing(guest.id)) await reader.readQuietly();
  }

  return {
    step,
    revoked: mine?.revoked ?? false,
    ask: (event) =>
      target &&
      mayAct(event) &&
      setState({ userId: target.guest.id, step: { name: 'confirming' }, revoked: false }),
    confirm,
    cancel: () => setState(undefined),
    readAgain() {
      setState(undefined);
      reader.readAgain();
    },
  };
}
