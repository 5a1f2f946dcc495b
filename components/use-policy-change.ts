import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../utils/failures';
import { call, type PolicyNow, type Result } from '../utils/messages';
import { describeChanges, type PolicyChange } from '../utils/tap-policy-change';
import { changeOf, draftOf, type PolicyDraft, rebased } from './policy-draft';
import type { ReadyTarget, TargetReader } from './target-reader';
import { whomOf } from './whom-of';

/** How far the admin is with the policy. */
export type PolicyStep =
  | { name: 'reading' }
  /** The policy could not be read. */
  | { name: 'closed'; failure: Failure; signingIn: boolean }
  | { name: 'filling' }
  | { name: 'reviewing' }
  | { name: 'changing' }
  /** `stateKnown` is false while a lost answer leaves open whether the policy was changed. */
  | { name: 'refused'; failure: Failure; signingIn: boolean; stateKnown: boolean }
  /** Graph took the change and still shows the former policy. */
  | { name: 'notSeen' };

type Tools = {
  target: ReadyTarget;
  reader: Pick<TargetReader, 'seen'>;
  isArmed: () => boolean;
  /** The policy is as wished, and Graph shows it. */
  changed: () => void;
};

type Form = { now: PolicyNow; draft: PolicyDraft };

/** Carries the admin from the policy as it is to the one changed: one click, one call. */
export function usePolicyChange({ target, reader, isArmed, changed }: Tools) {
  const [step, setStep] = useState<PolicyStep>({ name: 'reading' });
  const [form, setForm] = useState<Form>();
  // Set in the click itself: a second click of the same gesture comes before the next render.
  const busy = useRef(false);
  const change: PolicyChange = form ? changeOf(form.draft, form.now.policy) : {};

  const whom = () => whomOf(target, reader.seen());

  /** Reads the policy, and says whether it came. */
  async function read(): Promise<PolicyNow | undefined> {
    setStep({ name: 'reading' });
    const result = await call('readPolicy', whom());
    if (!result.ok) {
      setStep({ name: 'closed', failure: result.failure, signingIn: false });
      return undefined;
    }
    const now = result.value;
    setForm((former) => ({
      now,
      draft: former ? rebased(former.draft, former.now.policy, now.policy) : draftOf(now.policy),
    }));
    setStep({ name: 'filling' });
    return now;
  }

  // Once, when it opens.
  useEffect(() => void read(), []);

  async function readAgain(): Promise<void> {
    const sent = step.name === 'notSeen' || (step.name === 'refused' && !step.stateKnown);
    const now = await read();
    if (!now || !sent) return;
    if (describeChanges(now.policy, change).length === 0) changed();
    else setStep(step.name === 'notSeen' ? step : { name: 'reviewing' });
  }

  async function signIn(event: Event, pick = false): Promise<void> {
    if (!event.isTrusted || !('signingIn' in step) || step.signingIn) return;
    setStep({ ...step, signingIn: true });
    const result = await call('signIn', { ...reader.seen(), pick, purpose: 'changePolicy' });
    if (result.ok) await read();
    else setStep({ ...step, failure: result.failure, signingIn: false });
  }

  async function confirm(event: Event): Promise<void> {
    // Security: a script of the page cannot press the button, nor can a click on what nobody saw.
    if (step.name !== 'reviewing' || busy.current || !event.isTrusted || !isArmed()) return;
    busy.current = true;
    setStep({ name: 'changing' });
    const result: Result<{ seen: boolean }> = await call('changePolicy', { ...whom(), change });
    busy.current = false;
    if (!result.ok) {
      const { failure } = result;
      setStep({
        name: 'refused',
        failure,
        signingIn: false,
        stateKnown: failure.code !== 'policyUnknown',
      });
    } else if (result.value.seen) changed();
    else setStep({ name: 'notSeen' });
  }

  return {
    step,
    form,
    change,
    readAgain,
    signIn,
    confirm,
    fill: (draft: PolicyDraft) => setForm((former) => former && { ...former, draft }),
    review: () => setStep({ name: 'reviewing' }),
    back: () => setStep({ name: 'filling' }),
    searchGroups: (text: string) => call('searchGroups', { ...whom(), text }),
  };
}
