import { toldOf } from './sight';
import type { World } from './world';

/** How often what the schedules are about has happened: none of it seldom, or they prove nothing. */
export type Tally = {
  /** Passes that we made, and that ended by a DELETE of ours. */
  issued: number;
  revoked: number;
  /** Orders whose answer got lost, of a worker that died or lived. */
  lost: number;
  /** Schedules at whose end a pass was shown, or told to be lost. */
  shown: number;
  told: number;
};

/** Nothing happened yet. */
export const emptyTally = (): Tally => ({ issued: 0, revoked: 0, lost: 0, shown: 0, told: 0 });

/** Counts what has happened in one schedule, at its end. */
export function count(tally: Tally, world: World): void {
  const { made, asked } = world.cloud;
  tally.issued += made.filter(({ by }) => by === 'us').length;
  const orders = asked.filter(({ what }) => what === 'POST' || what === 'DELETE');
  tally.revoked += orders.filter(({ what, answer }) => what === 'DELETE' && answer === 204).length;
  tally.lost += orders.filter(({ answer }) => answer === 'lost' || answer === undefined).length;
  tally.shown += world.page.look().hasPass ? 1 : 0;
  tally.told += toldOf(world) ? 1 : 0;
}
