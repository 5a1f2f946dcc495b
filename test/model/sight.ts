import { userOf } from '../sandbox/state';
import type { Seen } from './page';
import { type Press, users, type World } from './world';

/** What a click must have been in sight for, in milliseconds. */
const armingTime = 500;

/** Notes who and what the panel shows, and since when. */
export function watch({ sight, clock }: World, { name, hasPass, buttons }: Seen): void {
  const subject = [name, hasPass, buttons.includes('Cancel')].join();
  if (subject !== sight.subject) Object.assign(sight, { subject, since: clock.ticks() });
}

/** A press of this button at this moment, and whether it may lead to an order. */
export function pressOf(world: World, what: Press['what'], button: string, isTrusted: boolean): Press {
  const { name, buttons } = world.page.look();
  const isAnswered = button === 'Issue TAP' || buttons.includes('Cancel');
  const isArmed = world.clock.ticks() - world.sight.since >= armingTime;
  return { what, name, counts: isTrusted && isAnswered && isArmed };
}

/** What the panel says of a pass that may be there without anybody knowing its code. */
export const isLost = 'but its code got lost on its way';
const mayBeThere = [isLost, 'A pass may exist whose code nobody saw'];

/** The id of the pass of which the panel says so at this moment. */
export function toldOf({ cloud, page }: World): string | undefined {
  const { name, alert } = page.look();
  const shown = Object.values(users).find((id) => userOf(cloud.contoso(), id)?.userPrincipalName === name);
  return shown && mayBeThere.some((words) => alert.includes(words)) ? cloud.passOf(shown)?.id : undefined;
}
