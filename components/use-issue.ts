import { useState } from 'preact/hooks';
import type { Failure, FailureCode } from '../utils/failures';
import { call, type IssuedPass, type Order, type Result, type Whom } from '../utils/messages';
import { canBeReplaced } from '../utils/pass-life';
import { isOutOfScope } from '../utils/tap-scope';
import { copyWhenReady } from './copy';
import { type CopyWords, statusOfCopy, wordsForPass } from './copy-status';
import type { Status } from './status-line';
import type { ReadyTarget, TargetReader } from './target-reader';
import type { Drafting } from './use-draft';
import { whomOf } from './whom-of';

/** How far the admin is with this user. */
export type Step =
  | { name: 'idle' }
  | { name: 'confirming' }
  | { name: 'issuing' }
  /** `open` is what the admin saw before an order whose answer got lost, until a reading tells what became of it. */
  | { name: 'failed'; failure: Failure; open?: ReadyTarget };

type State = { userId: string; step: Step; copied?: Status | undefined };

/** Everything that issuing takes, for the user who is shown. */
export type Issue = {
  step: Step;
  /** What became of the last copy. */
  copied: Status | undefined;
  press: (event: Event) => void;
  confirm: (event: Event) => void;
  /** Forgets a question or a failure. */
  cancel: () => void;
  /** Copies a text about the pass just issued; called in the click, the text may come later. */
  copy: (event: Event, text: Promise<string>, words: CopyWords) => void;
  dismiss: () => void;
  /** The same, while `read` reads anew; tells then what became of an order whose answer got lost. */
  afresh: (read: () => Promise<void>) => Promise<void>;
};

const idle: Step = { name: 'idle' };

/** What the clipboard gets before the pass is drawn, in milliseconds at most. */
const headStart = 100;

/** Failures that show that the policy or the pass is not what was read. */
const outdating: readonly FailureCode[] = [
  'policyDisallows',
  'lifetimeOutOfPolicy',
  'multiUseForbidden',
  'passExists',
  'oldPassGone',
];

/** Failures of an answer that got lost: of these, the next reading tells. */
const lostAnswers: readonly FailureCode[] = ['outcomeUnknown', 'passLost', 'noPassMade'];

/** What the orders of one panel have to do with each other. */
export type Ordering = {
  /** Asked in the click. Security: no to a script of the page, and to a click on what nobody saw. */
  mayAct: (event: Event) => boolean;
  /** The time that the buttons go by. */
  drawnAt: number;
  /** Users for whom an order of this panel is on its way; set in the click, for a second one comes before the next render. */
  busy: Set<string>;
};

/** Carries one user from the click to the pass on the clipboard: one click, one call. */
export function useIssue(
  target: ReadyTarget | undefined,
  reader: TargetReader,
  { takePlan, spend }: Pick<Drafting, 'takePlan' | 'spend'>,
  { mayAct, drawnAt, busy }: Ordering,
  /** Called when an order begins. */
  begun: () => void,
): Issue {
  const [state, setState] = useState<State>();
  const mine = state !== undefined && state.userId === target?.guest.id ? state : undefined;
  const step = mine && mine.step.name !== 'idle' ? mine.step : stepOf(target);

  function press(event: Event): void {
    if (!target || isOutOfScope(target.scope) || !mayAct(event)) return;
    if (step.name === 'failed' ? step.open : step.name !== 'idle') return;
    const order = takePlan()?.order;
    if (typeof order !== 'object') return;
    // As the button says: a pass may have ended since that was drawn.
    if (!target.pass || !canBeReplaced(target.pass, drawnAt)) issue(target, order);
    else setState({ userId: target.guest.id, step: { name: 'confirming' } });
  }

  function confirm(event: Event): void {
    if (!target || step.name !== 'confirming' || !mayAct(event)) return;
    // Anew: the start may have passed since the question was asked.
    const order = takePlan()?.order;
    if (typeof order === 'object') issue(target, order);
    else cancel();
  }

  // What became of a former user's order must not touch the user shown now.
  const setOf =
    (userId: string) =>
    (step: Step, copied?: Status): void =>
      setState((now) => (now && now.userId !== userId ? now : { userId, step, copied }));

  async function issue(before: ReadyTarget, order: Omit<Order, keyof Whom>): Promise<void> {
    const whom = whomOf(before, reader.seen());
    const { userId } = whom;
    busy.add(userId);
    begun();
    setState({ userId, step: { name: 'issuing' } });
    const set = setOf(userId);
    const answer = call('issuePass', { ...whom, ...order });
    const copying = before.copiesAtOnce ? copyIssued(answer, userId) : undefined;
    const result = await answer;
    // Drawing the pass would hold up the clipboard; but a browser may take its time over that.
    if (copying) await Promise.race([copying, new Promise((passed) => setTimeout(passed, headStart))]);
    busy.delete(userId);
    if (result.ok) {
      const shown = reader.issued(result.value);
      set(idle);
      if (shown) spend();
      if (shown) set(idle, statusOfCopy(await copying, wordsForPass(result.value)));
    } else {
      const { failure } = result;
      const isLost = lostAnswers.includes(failure.code);
      set({ name: 'failed', failure, ...(isLost ? { open: before } : {}) });
      const isOutdated = isLost || before.unsettled || outdating.includes(failure.code);
      if (isOutdated && (await reader.readQuietly()) && isLost) settle(before, failure);
    }
  }

  function copyIssued(answer: Promise<Result<IssuedPass>>, userId: string): Promise<boolean> {
    const pass = answer.then((result) => {
      // Security: a pass whose user is no longer on the screen does not go to the clipboard.
      if (!result.ok || !reader.shown(userId)) throw new Error('No pass to copy');
      return result.value.temporaryAccessPass;
    });
    return copyWhenReady(pass).catch(() => false);
  }

  /** The background was read after an answer got lost: it tells what became of the order, if it was ever sent. */
  function settle(before: ReadyTarget, failure: Failure): void {
    const { id } = before.guest;
    const now = reader.shown(id);
    if (!now) return;
    const isTold = now.issued || now.underWay || now.unsettled;
    const isSame = now.pass?.id === before.pass?.id && !now.passHidden;
    const code = isSame ? 'noPassMade' : failure.code;
    setOf(id)(isTold ? idle : { name: 'failed', failure: { ...failure, code } });
  }

  async function afresh(read: () => Promise<void>): Promise<void> {
    const { failure, open } = state?.step.name === 'failed' ? state.step : {};
    if (!open) cancel();
    await read();
    if (failure && open) settle(open, failure);
  }

  async function copy(event: Event, text: Promise<string>, words: CopyWords): Promise<void> {
    if (!target?.issued || !event.isTrusted) return;
    const { userId } = target.issued;
    const copying = copyWhenReady(text).catch(() => false);
    // Cleared first, so that a second copy is told like the first.
    setState({ userId, step: idle });
    const copied = statusOfCopy(await copying, words);
    setOf(userId)(idle, copied);
  }

  function dismiss(): void {
    if (!target) return;
    call('dismissPass', { userId: target.guest.id });
    reader.dismissed();
    setState(undefined);
  }

  return { step, copied: mine?.copied, press, confirm, cancel, copy, dismiss, afresh };

  function cancel(): void {
    setState((now) => (now?.step.name === 'issuing' ? now : undefined));
  }
}

/** What is told of an order of a former page, worker or panel. */
function stepOf(target: ReadyTarget | undefined): Step {
  if (target?.underWay === 'issuing') return { name: 'issuing' };
  return target?.unsettled?.action === 'issue' ? { name: 'failed', failure: target.unsettled.failure } : idle;
}
