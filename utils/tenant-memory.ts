import * as v from 'valibot';
import type { LocalStore } from './local-store';
import type { Wish } from './messages';
import type { LearntBounds } from './tap-policy';

/** What this browser remembers of a tenant (by GUID) from one pass to the next. Never of a guest. One for all of a worker. */
export type TenantMemory = {
  read(tenantId: string): Promise<Remembered>;
  /** The wish to begin with next time; undefined forgets it. A start is of its day and not kept. */
  keepChoice(tenantId: string, wish: Wish | undefined): Promise<void>;
  /** The bounds of the lifetime that a refusal told. */
  learnBounds(tenantId: string, bounds: LearntBounds): Promise<void>;
};

type Remembered = { choice?: Wish; learnt?: LearntBounds };

const minutes = v.pipe(v.number(), v.integer(), v.minValue(1));
const remembered = v.object({
  choice: v.optional(
    v.object({ lifetimeInMinutes: v.optional(minutes), isUsableOnce: v.optional(v.boolean()) }),
  ),
  learnt: v.optional(v.object({ minimum: minutes, maximum: minutes })),
});

/** Opens the memory kept in `store`. What can't be read counts as forgotten. */
export function createTenantMemory(store: LocalStore<unknown>): TenantMemory {
  const known = new Map<string, Remembered>();

  async function read(tenantId: string): Promise<Remembered> {
    if (!known.has(tenantId)) {
      const parsed = v.safeParse(remembered, await store.get(tenantId));
      // What was kept meanwhile is newer.
      if (!known.has(tenantId)) known.set(tenantId, parsed.success ? (parsed.output as Remembered) : {});
    }
    return known.get(tenantId) ?? {};
  }
  async function keep(tenantId: string, wanted: Remembered): Promise<void> {
    known.set(tenantId, wanted);
    await store.set({ [tenantId]: wanted });
  }
  return {
    read,
    async keepChoice(tenantId, wish) {
      const { choice: _, ...rest } = await read(tenantId);
      const { startDateTime: __, ...choice } = wish ?? {};
      await keep(tenantId, wish ? { ...rest, choice } : rest);
    },
    async learnBounds(tenantId, learnt) {
      await keep(tenantId, { ...(await read(tenantId)), learnt });
    },
  };
}
