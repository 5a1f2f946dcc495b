import type { IssuedPass, Pass } from './messages';
import { endOf, isReplaced } from './pass-life';
import type { SessionStore } from './session-store';

/**
 * Keeps the passes issued here until they are dismissed, replaced or over, so that a dying worker or a
 * reloaded page loses none. Security: session storage only, never on disk.
 */
export type IssuedPasses = {
  keep(pass: IssuedPass): Promise<void>;
  /** The pass kept for this user, unless it is over or `listed` (what Graph holds now) has replaced it. */
  find(userId: string, listed: Pass | undefined): Promise<IssuedPass | undefined>;
  /** Forgets the pass of this user; where `passId` is given, only if it is that one. */
  forget(userId: string, passId?: string): Promise<void>;
  clear(): Promise<void>;
};

/** Opens the passes kept in `store`, by object id of the user; `now` gives milliseconds since 1970. */
export function createIssuedPasses(
  store: SessionStore<IssuedPass>,
  now: () => number = Date.now,
): IssuedPasses {
  return {
    keep: (pass) => store.set({ [pass.userId]: pass }),
    async find(userId, listed) {
      const pass = await store.get(userId);
      if (!pass) return undefined;
      if (!isReplaced(pass, listed) && endOf(pass) > now()) return pass;
      await store.remove(userId);
      return undefined;
    },
    async forget(userId, passId) {
      const isMeant = passId === undefined || (await store.get(userId))?.id === passId;
      if (isMeant) await store.remove(userId);
    },
    clear: () => store.clear(),
  };
}
