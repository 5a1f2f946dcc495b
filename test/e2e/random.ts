/** Numbers that look random and are always the same for one seed. */
export type Random = {
  /** A whole number from 0 to `below` - 1. */
  below: (below: number) => number;
  /** One of these. */
  pick: <Thing>(things: readonly Thing[]) => Thing;
  /** One of these, each as often as its weight says. */
  weighted: <Thing extends { weight: number }>(things: readonly Thing[]) => Thing;
};

/** Mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (public domain). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const at = <Thing>(things: readonly Thing[], index: number): Thing => {
    if (index >= things.length) throw new RangeError('There is nothing to choose from.');
    return things[index] as Thing;
  };
  return {
    below,
    pick: (things) => at(things, below(things.length)),
    weighted(things) {
      let left = below(things.reduce((sum, { weight }) => sum + weight, 0));
      const index = things.findIndex(({ weight }) => {
        left -= weight;
        return left < 0;
      });
      return at(things, index < 0 ? things.length : index);
    },
  };
}
