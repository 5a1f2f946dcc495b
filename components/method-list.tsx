import type { RegisteredMethod } from '../utils/registered-methods';
import { otherMethods, passwordlessOptions } from '../utils/registered-methods';
import { detailOfMethod, nameOfMethod } from './describe-care';
import { formatMoment } from './format-time';

const states = {
  registered: 'Registered',
  notRegistered: 'Not registered',
  notVisible: 'Not visible in Microsoft Graph',
};

/** The six passwordless options by name, and below them whatever else the guest has. */
export function MethodList({ methods, now }: { methods: RegisteredMethod[]; now: number }) {
  const others = otherMethods(methods);
  return (
    <>
      <h3 id="passwordless">Passwordless sign-in</h3>
      <dl class="methods" aria-labelledby="passwordless">
        {passwordlessOptions(methods).map(({ name, state, methods }) => (
          <div key={name} class={state}>
            <dt>{name}</dt>
            <dd>
              {methods.length === 0
                ? states[state]
                : methods.map((method) => <Method key={method.id} method={method} now={now} />)}
            </dd>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <>
          <h3 id="other-methods">Other sign-in methods</h3>
          <dl class="methods" aria-labelledby="other-methods">
            {others.map((method) => (
              <div key={method.id}>
                <dt>{nameOfMethod(method)}</dt>
                <dd>
                  <Method method={method} now={now} />
                  {method.type === 'phone' && (
                    <span class="ends">
                      Microsoft ends SMS and voice codes for internal guests on 1 February 2027.
                    </span>
                  )}
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
  const since = createdDateTime ? formatMoment(Date.parse(createdDateTime), now).local : 'Registered';
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
