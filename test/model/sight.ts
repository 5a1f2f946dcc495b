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

/** The user of whom the panel says so at this moment. */
export function toldOf({ cloud, page }: World): string | undefined {
  const { name, alert } = page.look();
  if (!mayBeThere.some((words) => alert.includes(words))) return undefined;
  return Object.values(users).find((id) => userOf(cloud.contoso(), id)?.userPrincipalName === name);
}

/** The admin was told that orders for this user so far may have left a pass, and went on. */
export function acknowledge({ cloud, acknowledged }: World, userId: string): void {
  for (const post of cloud.asked)
    if (post.what === 'POST' && post.userId === userId) acknowledged.add(post.clientRequestId);
}
