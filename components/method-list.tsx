import { text } from '../utils/interface-text';
import type { RegisteredMethod } from '../utils/registered-methods';
import { otherMethods, passwordlessOptions } from '../utils/registered-methods';
import { detailOfMethod, nameOfMethod, nameOfOption } from './describe-care';
import { formatMoment } from './format-time';

const states = {
  registered: 'methodRegistered',
  notRegistered: 'methodNotRegistered',
  notVisible: 'methodNotVisible',
} as const;

/** The six passwordless options by name, and below them whatever else the guest has. */
export function MethodList({ methods, now }: { methods: RegisteredMethod[]; now: number }) {
  const others = otherMethods(methods);
  return (
    <>
      <h3 id="passwordless">{text('passwordless')}</h3>
      <dl class="methods" aria-labelledby="passwordless">
        {passwordlessOptions(methods).map(({ option, state, methods }) => (
          <div key={option} class={state}>
            <dt>{nameOfOption(option)}</dt>
            <dd>
              {methods.length === 0
                ? text(states[state])
                : methods.map((method) => <Method key={method.id} method={method} now={now} />)}
            </dd>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <>
          <h3 id="other-methods">{text('otherMethods')}</h3>
          <dl class="methods" aria-labelledby="other-methods">
            {others.map((method) => (
              <div key={method.id}>
                <dt>{nameOfMethod(method)}</dt>
                <dd>
                  <Method method={method} now={now} />
                  {method.type === 'phone' && <span class="ends">{text('phoneCodesEnd')}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

function Method({ method, now }: { method: RegisteredMethod; now: number }) {
  const { createdDateTime } = method;
  const detail = detailOfMethod(method);
  const since = createdDateTime
    ? formatMoment(Date.parse(createdDateTime), now).local
    : text('methodRegistered');
  return (
    <span class="method">
      {since}
      {detail && (
        <>
          {' · '}
          <bdi>{detail}</bdi>
        </>
      )}
    </span>
  );
}
