import fc from 'fast-check';
import type { Fault, Meets } from './cloud';
import { pressable, type Step } from './steps';
import type { UserName } from './world';

const faults: [Fault, Meets[]][] = [
  [{ kind: 'cut', acts: 'never' }, ['POST', 'DELETE', 'list', 'batch']],
  [{ kind: 'cut', acts: 'before' }, ['POST', 'DELETE']],
  [{ kind: 'cut', acts: 'later' }, ['POST', 'DELETE']],
  [{ kind: 'answer', status: 429, headers: { 'Retry-After': '1' } }, ['POST', 'DELETE', 'list', 'batch']],
  [{ kind: 'answer', status: 503, headers: { 'Retry-After': '1' } }, ['POST', 'DELETE', 'list', 'batch']],
  [
    { kind: 'answer', status: 409, body: '{"error":{"code":"conflict","message":"There is one."}}' },
    ['POST'],
  ],
  [{ kind: 'answer', status: 401, headers: claims() }, ['POST', 'DELETE', 'list', 'batch']],
  [{ kind: 'answer', status: 200, body: '<html>Blocked</html>' }, ['POST', 'DELETE', 'list', 'batch']],
  [{ kind: 'spoilt', as: 'page502' }, ['POST', 'DELETE']],
  [{ kind: 'spoilt', as: 'half' }, ['POST', 'list', 'batch']],
  [{ kind: 'held', what: 'request', milliseconds: 2_000 }, ['POST', 'DELETE', 'list', 'batch']],
  [{ kind: 'held', what: 'answer', milliseconds: 2_000 }, ['POST', 'DELETE', 'list', 'batch']],
];

function claims(): Record<string, string> {
  return {
    'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa('{"access_token":{}}')}"`,
  };
}

const user = fc.constantFrom<UserName>('ines', 'ines', 'sunil', 'emil');
const guest = fc.constantFrom<UserName>('ines', 'ines', 'sunil');
const named = <Name extends Step['name']>(name: Name) => fc.constant(name);

const order = fc.record({
  name: named('order'),
  what: fc.constantFrom('issue', 'issue', 'revoke'),
  hasty: fc.constantFrom(false, false, false, true),
  by: fc.constantFrom('person', 'person', 'person', 'person', 'script'),
});
const press = fc.record({ name: named('press'), button: fc.constantFrom(...pressable) });
const open = fc.record({ name: named('open'), user, late: fc.boolean() });
const reload = fc.record({ name: named('reload') });
const kill = fc.record({ name: named('kill'), places: fc.nat(40), lands: fc.boolean() });
const wait = fc.record({
  name: named('wait'),
  milliseconds: fc.constantFrom(5, 25, 45, 700, 2_500, 6_000),
});
const fault = fc
  .constantFrom(...faults)
  .chain(([fault, meets]) =>
    fc.record({ name: named('fault'), meets: fc.constantFrom(...meets), fault: fc.constant(fault) }),
  );

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: order },
  { weight: 5, arbitrary: press },
  { weight: 2, arbitrary: open },
  { weight: 2, arbitrary: reload },
  { weight: 4, arbitrary: kill },
  { weight: 6, arbitrary: wait },
  { weight: 2, arbitrary: fc.record({ name: named('sleep'), minutes: fc.constantFrom(1.1, 10, 61) }) },
  { weight: 1, arbitrary: fc.record({ name: named('setClock'), minutes: fc.constantFrom(-10, 10) }) },
  {
    weight: 2,
    arbitrary: fc.record({ name: named('others'), what: fc.constantFrom('issue', 'revoke'), user: guest }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ name: named('policy'), state: fc.constantFrom('enabled', 'disabled') }),
  },
  { weight: 2, arbitrary: fc.record({ name: named('network'), down: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      name: named('modes'),
      secondPass: fc.constantFrom('replaces', 'conflict'),
      replicationDelay: fc.constantFrom(0, 2_000),
    }),
  },
  { weight: 8, arbitrary: fault },
);

const short = fc.record({ name: named('wait'), milliseconds: fc.constantFrom(5, 25, 45, 700) });
const dead = fc.record({ name: named('kill'), places: fc.constantFrom(0, 0, 2, 5), lands: fc.boolean() });

const byPerson = (what: 'issue' | 'revoke'): Step => ({ name: 'order', what, hasty: false, by: 'person' });

/** What can happen to an order itself. */
const blows: fc.Arbitrary<Fault | undefined> = fc.constantFrom<(Fault | undefined)[]>(
  undefined,
  { kind: 'cut', acts: 'never' },
  { kind: 'cut', acts: 'before' },
  { kind: 'cut', acts: 'later' },
  { kind: 'held', what: 'request', milliseconds: 2_000 },
  { kind: 'held', what: 'answer', milliseconds: 2_000 },
);

/** An order that goes wrong in the middle, and what the admin does then: rare where steps come as they like. */
const mishap: fc.Arbitrary<Step[]> = fc
  .record({
    what: fc.constantFrom<('issue' | 'revoke')[]>('issue', 'issue', 'revoke'),
    hasPass: fc.boolean(),
    fault: blows,
    sooner: short,
    broken: fc.oneof(dead, reload, open, short),
    later: short,
    next: fc.oneof(order, reload, press),
  })
  .map(({ what, hasPass, fault, sooner, broken, later, next }) => [
    ...(hasPass || what === 'revoke' ? [byPerson('issue')] : []),
    ...(fault
      ? [{ name: 'fault' as const, meets: what === 'issue' ? 'POST' : 'DELETE', fault } as Step]
      : []),
    byPerson(what),
    sooner,
    broken,
    later,
    next,
  ]);

/** The tab moves on while its user is still being read. */
const race: fc.Arbitrary<Step[]> = fc.tuple(
  fc.record({
    name: named('fault'),
    meets: fc.constant('batch' as const),
    fault: fc.constant<Fault>({ kind: 'held', what: 'answer', milliseconds: 2_000 }),
  }),
  open,
  short,
  open,
  wait,
);

const steps: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 10, arbitrary: step.map((step) => [step]) },
  { weight: 3, arbitrary: mishap },
  { weight: 1, arbitrary: race },
);

/** What happens, one thing after the other; an admin begins with a panel that is ready. */
export const schedule: fc.Arbitrary<Step[]> = fc
  .array(steps, { minLength: 1, maxLength: 14, size: 'max' })
  .map((parts) => parts.flat());
