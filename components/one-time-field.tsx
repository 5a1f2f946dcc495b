import { text } from '../utils/interface-text';
import type { TapPolicy } from '../utils/tap-policy';
import { describeUse } from './describe-wish';
import { describedBy, OptionField } from './option-field';
import type { PassDraft } from './pass-draft';

/** Whether the pass works once or more often, and what that means. */
export function OneTimeField(props: {
  draft: PassDraft;
  policy: TapPolicy | 'unknown';
  /** What the click would make. */
  isUsableOnce: boolean | 'tenantDefault';
  problem?: string | undefined;
  change: (part: Partial<PassDraft>) => void;
}) {
  const { draft, policy, isUsableOnce, problem, change } = props;
  const usual = policy === 'unknown' ? undefined : policy.isUsableOnce ? 'oneTime' : 'multiUse';
  const isForced = usual === 'oneTime';
  return (
    <OptionField id="use" label={text('oneTimeUse')} hint={describeUse(isUsableOnce)} problem={problem}>
      <select
        id="use"
        value={draft.use === usual ? 'default' : draft.use}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy('use')}
        onChange={({ currentTarget: { value } }) => change({ use: value as PassDraft['use'] })}
      >
        {usual === undefined && <option value="default">{text('tenantsDefault')}</option>}
        <option value={usual === 'multiUse' ? 'default' : 'multiUse'} disabled={isForced}>
          {isForced ? text('noPolicyForbids') : usual ? asDefault(text('no')) : text('no')}
        </option>
        <option value={isForced ? 'default' : 'oneTime'}>
          {isForced ? asDefault(text('yes')) : text('yes')}
        </option>
      </select>
    </OptionField>
  );
}

const asDefault = (choice: string) => text('choiceIsDefault', { choice });
