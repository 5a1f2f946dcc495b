import { useRef, useState } from 'preact/hooks';
import type { Failure, FailureCode } from '../utils/failures';
import { call, type Order, type Whom } from '../utils/messages';
import { canBeReplaced } from '../utils/pass-life';
import { isOutOfScope } from '../utils/tap-scope';
import { copyWhenReady } from './copy';
import { type CopyWords, statusOfCopy, wordsForPass } from './copy-status';
import type { Status } from './panel';
import type { ReadyTarget, TargetReader } from './target-reader';
import type { Drafting } from './use-draft';

/** How far the admin is with this user. */
export type Step =
  | { name: 'idle' }
  | { name: 'confirming' }
  | { name: 'issuing' }
  /** `stateKnown` is false while a lost answer leaves open whether a pass exists. */
  | { name: 'failed'; failure: Failure; stateKnown: boolean };

type State = { userId: string; step: Step; copied: Status | undefined };

/** Everything that issuing takes, for the user who is shown. `isArmed` is asked in the click. */
export type Issue = {
  step: Step;
  /** What became of the last copy. */
  copied: Status | undefined;
  press: (event: Event) => void;
  confirm: (event: Event) => void;
  cancel: () => void;
  /** Copies a text about the pass just issued; called in the click, the text may come later. */
  copy: (event: Event, text: Promise<string>, words: CopyWords) => void;
  dismiss: () => void;
  /** Forgets a failure, because what is shown is about to be read again. */
  reset: () => void;
};

const idle: Step = { name: 'idle' };

/** Refusals that show that the policy is not what was read: what Guestpass has learnt from them is read again. */
const aboutPolicy: readonly FailureCode[] = ['policyDisallows', 'lifetimeOutOfPolicy', 'multiUseForbidden'];

/** Carries one user from the click to the pass on the clipboard: one click, one call. */
export function useIssue(
  target: ReadyTarget | undefined,
  reader: TargetReader,
  { takePlan, spend }: Pick<Drafting, 'takePlan' | 'spend'>,
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
    if (!target || isOutOfScope(target.scope) || !mayAct(event)) return;
    if (step.name === 'failed' ? !step.stateKnown : step.name !== 'idle') return;
    const order = takePlan()?.order;
    if (typeof order !== 'object') return;
    if (!target.pass || !canBeReplaced(target.pass, Date.now())) issue(target, order);
    else setState({ userId: target.guest.id, step: { name: 'confirming' }, copied: undefined });
  }

  function confirm(event: Event): void {
    if (!target || step.name !== 'confirming' || !mayAct(event)) return;
    // Anew: the start may have passed since the question was asked.
    const order = takePlan()?.order;
    if (typeof order === 'object') issue(target, order);
    else reset();
  }

  async function issue(
    { guest: { id: userId }, tenant }: ReadyTarget,
    order: Omit<Order, keyof Whom>,
  ): Promise<void> {
    const { directory } = reader.seen();
    busy.current = true;
    setState({ userId, step: { name: 'issuing' }, copied: undefined });
    const set = (step: Step, copied?: Status) =>
      // What became of a former user's order must not touch the user shown now.
      setState((now) => (now && now.userId !== userId ? now : { userId, step, copied }));
    const answer = call('issuePass', {
      userId,
      tenantId: tenant.id,
      ...order,
      ...(directory ? { directory } : {}),
    });
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
      if (shown) spend();
      if (shown) set(idle, statusOfCopy(await copying, wordsForPass(result.value)));
    } else {
      const { failure } = result;
      const lost = failure.code === 'outcomeUnknown';
      set({ name: 'failed', failure, stateKnown: !lost });
      const isOld = lost || aboutPolicy.includes(failure.code);
      if (isOld && (await reader.readQuietly())) set({ name: 'failed', failure, stateKnown: true });
    }
  }

  async function copy(event: Event, text: Promise<string>, words: CopyWords): Promise<void> {
    if (!target?.issued || !event.isTrusted) return;
    const { userId } = target.issued;
    const copying = copyWhenReady(text).catch(() => false);
    // Cleared first, so that a second copy is told like the first.
    setState({ userId, step: idle, copied: undefined });
    const copied = statusOfCopy(await copying, words);
    setState((now) => (now && now.userId !== userId ? now : { userId, step: idle, copied }));
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
