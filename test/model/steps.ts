import fc from 'fast-check';
import { userOf } from '../sandbox/state';
import type { Fault, Meets } from './cloud';
import { acknowledge, pressOf, toldOf } from './sight';
import { addressOf, type UserName, users, type World } from './world';

/** One thing that happens in a schedule. */
export type Step =
  | { name: 'order'; what: 'issue' | 'revoke'; hasty: boolean; by: 'person' | 'script' }
  | { name: 'press'; button: (typeof buttons)[number] }
  | { name: 'open'; user: UserName; late: boolean }
  | { name: 'reload' }
  | { name: 'kill'; places: number; lands: boolean }
  | { name: 'wait'; milliseconds: number }
  | { name: 'sleep'; minutes: number }
  | { name: 'setClock'; minutes: number }
  | { name: 'others'; what: 'issue' | 'revoke'; user: UserName }
  | { name: 'policy'; state: 'enabled' | 'disabled' }
  | { name: 'network'; down: boolean }
  | { name: 'modes'; secondPass: 'replaces' | 'conflict'; replicationDelay: number }
  | { name: 'fault'; meets: Meets; fault: Fault };

const buttons = ['Done', 'Dismiss', 'Read again', 'Try again', 'Cancel', 'Show pass', 'Copy pass'] as const;

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
const press = fc.record({ name: named('press'), button: fc.constantFrom(...buttons) });
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

/** Long enough for a panel to be armed. */
const dwell = 700;
const orderButtons = { issue: ['Issue TAP', 'Replace TAP'], revoke: ['Revoke TAP'] };

/** Lets one step happen. What it sets off goes on while the next one happens. */
export async function take(step: Step, world: World): Promise<void> {
  const { clock, cloud } = world;
  switch (step.name) {
    case 'order': {
      if (!step.hasty) await clock.wait(dwell);
      const pressed = orderButtons[step.what].find((button) => pressOrder(world, step, button));
      await clock.settle();
      if (!pressed || !world.page.look().buttons.includes('Cancel')) return;
      if (!step.hasty) await clock.wait(dwell);
      pressOrder(world, step, pressed);
      return clock.settle();
    }
    case 'press':
      if (step.button === 'Show pass') await showPass(world);
      else pressAny(world, step.button);
      return clock.settle();
    case 'open': {
      world.address = addressOf(users[step.user]);
      const { page, address } = world;
      if (!step.late) world.tell(address);
      else
        clock.pause(300).then(() => page === world.page && world.address === address && world.tell(address));
      return clock.settle();
    }
    case 'reload':
      world.reload();
      return clock.settle();
    case 'kill':
      world.livingWorker().dieAfter(step.places, step.lands);
      return clock.settle();
    case 'wait':
      return clock.wait(step.milliseconds);
    case 'sleep':
      return clock.sleep(step.minutes * 60_000);
    case 'setClock':
      clock.set(step.minutes * 60_000);
      // Only this computer's clock is wrong.
      cloud.state.advance(-step.minutes * 60_000);
      return;
    case 'others': {
      const userId = users[step.user];
      world.touchedByOthers.add(userId);
      if (step.what === 'issue') cloud.elsewhere('POST', userId);
      else cloud.elsewhere('DELETE', userId, cloud.passOf(userId)?.id ?? 'none');
      return;
    }
    case 'policy':
      cloud.contoso().policy.state = step.state;
      return;
    case 'network':
      cloud.network.down = step.down;
      return;
    case 'modes': {
      const { secondPass, replicationDelay } = step;
      Object.assign(cloud.modes, { secondPass, replicationDelay });
      return;
    }
    case 'fault':
      cloud.addFault(step.meets, step.fault);
      return;
    default:
      return step satisfies never;
  }
}

function pressAny(world: World, button: string): void {
  const { name, hasPass } = world.page.look();
  const shown = Object.values(users).find(
    (id) => userOf(world.cloud.contoso(), id)?.userPrincipalName === name,
  );
  const told = button === 'Dismiss' && toldOf(world);
  if (told) acknowledge(world, told);
  // Who is done with a pass has seen it, or had the chance.
  if (button === 'Done' && hasPass && shown) world.dismissed.add(world.cloud.passOf(shown)?.id ?? '');
  world.page.press(button);
}

function pressOrder(world: World, { what, by }: Step & { name: 'order' }, button: string): boolean {
  const isTrusted = by === 'person';
  world.pressing = pressOf(world, what, button, isTrusted);
  const before = world.orders.length;
  // The question before an order stands in the place of what was told.
  const isAsked = world.page.look().buttons.includes('Cancel');
  const told = toldOf(world) ?? (isAsked ? world.toldBefore : undefined);
  const isThere = world.page.press(button, isTrusted);
  if (told && world.orders.length > before) acknowledge(world, told);
  world.toldBefore = told;
  world.pressing = undefined;
  return isThere;
}

/** Shows the pass that was issued, if the panel shows one. */
export async function showPass({ page, clock }: World): Promise<boolean> {
  await clock.wait(dwell);
  page.press('Show pass');
  await clock.settle();
  return page.look().buttons.includes('Hide pass');
}

/** A schedule in words, a line for each step. */
export function inWords(steps: Step[]): string {
  return steps.map((step, index) => `  ${index + 1}. ${wordsOf(step)}`).join('\n');
}

function wordsOf(step: Step): string {
  switch (step.name) {
    case 'order':
      return `${step.hasty ? 'without waiting, ' : ''}${step.by === 'script' ? 'by a script, ' : ''}order: ${step.what}`;
    case 'press':
      return `press ${step.button}`;
    case 'open':
      return `open the page of ${step.user}${step.late ? ', which the panel hears 300 ms later' : ''}`;
    case 'reload':
      return 'reload the page';
    case 'kill':
      return `the worker dies ${step.places ? `after ${step.places} more waits` : 'now'}, and what it has sent ${step.lands ? 'arrives' : 'is lost'}`;
    case 'wait':
      return `${step.milliseconds} ms go by`;
    case 'sleep':
      return `the computer sleeps for ${step.minutes} minutes`;
    case 'setClock':
      return `its clock is set by ${step.minutes} minutes`;
    case 'others':
      return `another admin: ${step.what}, ${step.user}`;
    case 'policy':
      return `the policy is ${step.state}`;
    case 'network':
      return `the network is ${step.down ? 'down' : 'up'}`;
    case 'modes':
      return `a second pass ${step.secondPass}, lists are ${step.replicationDelay} ms behind`;
    case 'fault':
      return `the next ${step.meets}: ${Object.values(step.fault)
        .map((value) => (typeof value === 'object' ? JSON.stringify(value) : value))
        .join(' ')}`;
    default:
      return step satisfies never;
  }
}
