import { isRightToLeft, text } from '../utils/interface-text';
import type { ChangeInWords } from './describe-policy-change';
import { Names } from './names';
import { Worded } from './worded';

type Props = {
  tenant: string;
  label: string;
  changes: ChangeInWords[];
  armed: boolean;
  changing: boolean;
  confirm: (event: Event) => void;
  back: () => void;
};

/** Exactly what will change, and the one click that changes it. */
export function EnableTapReview({ tenant, label, changes, armed, changing, confirm, back }: Props) {
  return (
    <fieldset class="confirm">
      <legend tabIndex={-1} data-step-focus>
        {text('changePolicyQuestion')}
      </legend>
      <p>
        <Worded text="holdsForTenant" with={{ tenant: <bdi>{tenant}</bdi> }} />
      </p>
      <dl class="changes">
        {changes.map(({ what, from, to }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <Names names={from} /> <span aria-hidden="true">{isRightToLeft() ? '←' : '→'}</span>
              <span class="offscreen"> {text('becomes')} </span>{' '}
              <strong>
                <Names names={to} />
              </strong>
            </dd>
          </div>
        ))}
      </dl>
      <div class="buttons">
        <button type="button" class="primary" aria-disabled={!armed || changing} onClick={confirm}>
          {changing && <span class="spinner" />}
          {label}
        </button>
        <button type="button" aria-disabled={changing} onClick={back}>
          {text('back')}
        </button>
      </div>
    </fieldset>
  );
}
