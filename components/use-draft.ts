import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { PassDraft } from './pass-draft';
import { type Plan, usualPlan } from './plan';
import type { Reading, ReadyTarget } from './target-reader';

/** Options as they are drawn, and what a click would do. */
export type OptionsView = {
  /** Missing while the admin has touched no field. */
  draft?: PassDraft;
  isOpen: boolean;
  /** How often a click was refused for want of a reason. */
  reasonAsked: number;
  plan: Plan;
  /** Draws the fields; missing until it is loaded. */
  Fields?: LateOptions['OptionFields'];
};

/** What the admin can do in Options. */
export type OptionsActions = {
  change: (draft: PassDraft) => void;
  toggle: (isOpen: boolean) => void;
};

/** What the admin chose for the user who is shown. */
export type Drafting = OptionsActions & {
  /** Options of the user shown, who is this one. */
  viewOf: (target: ReadyTarget, now: number) => OptionsView;
  /** The plan to carry out now; a reason that is missing is asked for. */
  takePlan: () => Plan | undefined;
  /** The plan was carried out. */
  spend: () => void;
};

type Kept = Omit<OptionsView, 'plan' | 'Fields'> & { key: string };

type LateOptions = typeof import('./late-options');

/** Keeps what the admin chose while the same user is shown; another one begins anew. */
export function useDraft(reading: Reading): Drafting {
  const [kept, keep] = useState<Kept>();
  const [late, setLate] = useState<LateOptions>();
  const target = reading.state === 'ready' ? reading : undefined;

  // While the same user is read again, nothing is lost.
  const isLeft = kept !== undefined && reading.state !== 'loading' && kept.key !== (target && keyOf(target));
  useLayoutEffect(() => {
    if (isLeft) keep(undefined);
  }, [isLeft]);

  const isChosen = kept !== undefined || (target && isWished(target)) === true;
  useEffect(() => {
    if (isChosen) import('./late-options').then(setLate);
  }, [isChosen]);

  function keptOf(target: ReadyTarget): Kept {
    const key = keyOf(target);
    return kept?.key === key ? kept : { key, isOpen: false, reasonAsked: 0 };
  }

  function planOf(target: ReadyTarget, now: number): Plan {
    const { draft } = keptOf(target);
    if (!draft && !isWished(target)) return usualPlan(target, now);
    return late?.draftedPlan(target, now, draft) ?? { sentence: '', order: 'notReady' };
  }

  function set(target: ReadyTarget | undefined, part: Partial<Kept>): void {
    if (target) keep({ ...keptOf(target), ...part });
  }

  return {
    viewOf: (target, now) => ({
      ...keptOf(target),
      plan: planOf(target, now),
      ...(late ? { Fields: late.OptionFields } : {}),
    }),
    change: (draft) => set(target, { draft }),
    toggle: (isOpen) => set(target, { isOpen }),
    takePlan() {
      if (!target) return undefined;
      const plan = planOf(target, Date.now());
      if (plan.order === 'lacksReason')
        set(target, { isOpen: true, reasonAsked: keptOf(target).reasonAsked + 1 });
      return plan;
    },
    spend: () => keep(spent),
  };
}

const isWished = ({ choice, usualWish }: ReadyTarget) => choice !== undefined || usualWish !== undefined;

const keyOf = ({ tenant, guest }: ReadyTarget) => `${tenant.id} ${guest.id}`;

/** A start is past, and a reason was for that pass; the rest may serve this user again. */
function spent(kept: Kept | undefined): Kept | undefined {
  if (!kept) return undefined;
  const { key, draft } = kept;
  const closed = { key, isOpen: false, reasonAsked: 0 };
  return draft ? { ...closed, draft: { ...draft, start: 'now', startsAt: '', reason: '' } } : closed;
}
