import { userOf } from '../sandbox/state';
import type { Fault, Meets } from './cloud';
import { acknowledge, pressOf, toldOf } from './sight';
import { addressOf, type UserName, users, type World } from './world';

/** One thing that happens in a schedule. */
export type Step =
  | { name: 'order'; what: 'issue' | 'revoke'; hasty: boolean; by: 'person' | 'script' }
  | { name: 'press'; button: (typeof pressable)[number] }
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

/** Buttons that order nothing. */
export const pressable = [
  'Done',
  'Dismiss',
  'Read again',
  'Try again',
  'Cancel',
  'Show pass',
  'Copy pass',
] as const;

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
