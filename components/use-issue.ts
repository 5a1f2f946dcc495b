import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../utils/failures';
import { call } from '../utils/messages';
import { canBeReplaced } from '../utils/pass-life';
import { copyWhenReady } from './copy';
import type { ReadyTarget, TargetReader } from './target-reader';

/** How far the admin is with this user. */
export type Step =
  | { name: 'idle' }
  | { name: 'confirming' }
  | { name: 'issuing' }
  /** `stateKnown` is false while a lost answer leaves open whether a pass exists. */
  | { name: 'failed'; failure: Failure; stateKnown: boolean };

/** What became of the last copy. */
export type Copied = 'copied' | 'notCopied' | undefined;

type State = { userId: string; step: Step; copied: Copied };

/** Everything that issuing takes, for the user who is shown. `isArmed` is asked in the click. */
export type Issue = {
  step: Step;
  copied: Copied;
  press: (event: Event) => void;
  confirm: (event: Event) => void;
  cancel: () => void;
  copy: (event: Event) => void;
  dismiss: () => void;
  /** Forgets a failure, because what is shown is about to be read again. */
  reset: () => void;
};

const idle: Step = { name: 'idle' };

/** Carries one user from the click to the pass on the clipboard: one click, one call. */
export function useIssue(
  target: ReadyTarget | undefined,
  reader: TargetReader,
  isArmed: () => boolean,
): Issue {
  const [state, setState] = useState<State>();
  // Set in the click itself: a second click of the same gesture comes before the next render.
  const busy = useRef(false);
  const mine = state !== undefined && state.userId === target?.guest.id ? state : undefined;
  const step = mine?.step ?? idle;

  function mayAct(event: Event): boolean {
    // Security: a script of the page cannot press the button, nor can a click on what nobody saw.
    return event.isTrusted && !busy.current && isArmed();
  }

  function press(event: Event): void {
    if (!target || !mayAct(event)) return;
    if (target.policy !== 'unknown' && target.policy.state === 'disabled') return;
    if (step.name === 'failed' ? !step.stateKnown : step.name !== 'idle') return;
    if (!target.pass || !canBeReplaced(target.pass, Date.now())) issue(target.guest.id);
    else setState({ userId: target.guest.id, step: { name: 'confirming' }, copied: undefined });
  }

  function confirm(event: Event): void {
    if (target && step.name === 'confirming' && mayAct(event)) issue(target.guest.id);
  }

  async function issue(userId: string): Promise<void> {
    busy.current = true;
    setState({ userId, step: { name: 'issuing' }, copied: undefined });
    const set = (step: Step, copied?: Copied) =>
      // What became of a former user's order must not touch the user shown now.
      setState((now) => (now && now.userId !== userId ? now : { userId, step, copied }));
    const answer = call('issuePass', { userId, wish: {} });
    const copying = copyWhenReady(
      answer.then((result) => {
        // Security: a pass whose user is no longer on the screen does not go to the clipboard.
        if (!result.ok || !reader.isShowing(userId)) throw new Error('No pass to copy');
        return result.value.temporaryAccessPass;
      }),
    ).catch(() => false);
    const result = await answer;
    busy.current = false;
    if (result.ok) {
      const shown = reader.issued(result.value);
      set(idle);
      if (shown) set(idle, (await copying) ? 'copied' : 'notCopied');
    } else {
      const { failure } = result;
      const lost = failure.code === 'outcomeUnknown';
      set({ name: 'failed', failure, stateKnown: !lost });
      if (lost && (await reader.readQuietly())) set({ name: 'failed', failure, stateKnown: true });
    }
  }

  async function copy(event: Event): Promise<void> {
    const issued = target?.issued;
    if (!issued || !event.isTrusted) return;
    const { userId, temporaryAccessPass } = issued;
    const copying = copyWhenReady(Promise.resolve(temporaryAccessPass));
    // Cleared first, so that a second copy is told like the first.
    setState({ userId, step: idle, copied: undefined });
    setState({ userId, step: idle, copied: (await copying) ? 'copied' : 'notCopied' });
  }

  function dismiss(): void {
    if (!target) return;
    call('dismissPass', { userId: target.guest.id });
    reader.dismissed();
    setState(undefined);
  }

  return { step, copied: mine?.copied, press, confirm, cancel: reset, copy, dismiss, reset };

  function reset(): void {
    setState(undefined);
  }
}
