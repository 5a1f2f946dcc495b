import * as v from 'valibot';
import { type FailureCode, FailureError } from './failures';
import type { LocalStore } from './local-store';
import { type RecordEntry, recordEntry } from './record-entry';
import { isKept } from './record-retention';

/** What is known of an order before it is sent. */
export type Order = Omit<RecordEntry, 'id' | 'at' | 'outcome' | 'failure' | 'requestId'>;

/** What this browser keeps of orders. It never holds a pass. */
export type OrderRecord = {
  /**
   * Carries an order out and gives back what `act` gives. The order is written down before, its outcome after;
   * `optionsOf` tells from the value what was really issued. A record that can't be written stops no order:
   * Microsoft Entra's audit log has it anyway.
   */
  keep<Value>(
    order: Order,
    act: () => Promise<Value>,
    optionsOf?: (value: Value) => RecordEntry['options'],
  ): Promise<Value>;
  /** Newest first. What is too old, or can't be read, is deleted on the way. */
  entries(): Promise<RecordEntry[]>;
  clear(): Promise<void>;
};

type Tools = {
  /** For how many days entries are kept; 0 keeps none. */
  retentionInDays: () => Promise<number>;
  now?: () => number;
};

/** At some 600 bytes each, 3 of the 10 MB that Chromium gives to `storage.local`. */
const mostEntries = 5000;
/** Longer than an order can take: one that is still under way then has lost its worker. */
const patience = 2 * 60_000;

/** Opens the record kept in `store`, one key an entry, so that two orders at once never overwrite each other. */
export function createRecord(
  store: LocalStore<unknown>,
  { retentionInDays, now = Date.now }: Tools,
): OrderRecord {
  /** The outcomes that nobody waited for. */
  let ending: Promise<unknown> = Promise.resolve();

  async function write(entry: RecordEntry): Promise<void> {
    try {
      // Security: only the fields of an entry reach the disk, whatever a caller spread into it.
      if ((await retentionInDays()) > 0) await store.set({ [entry.id]: v.parse(recordEntry, entry) });
    } catch {
      // A full disk must not cost the admin the pass.
    }
  }

  async function entries(): Promise<RecordEntry[]> {
    await ending;
    const [stored, days] = await Promise.all([store.all(), retentionInDays()]);
    const kept = Object.entries(stored)
      .flatMap(([id, value]) => {
        const read = v.safeParse(recordEntry, value);
        return read.success && isKept(read.output, days, now()) ? [{ ...read.output, id }] : [];
      })
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
      .slice(0, mostEntries);
    const ids = new Set(kept.map(({ id }) => id));
    const dropped = Object.keys(stored).filter((id) => !ids.has(id));
    if (dropped.length > 0) await store.remove(...dropped);
    return kept.map((entry) =>
      entry.outcome === 'underWay' && now() - Date.parse(entry.at) > patience
        ? { ...entry, outcome: 'lost' }
        : entry,
    );
  }

  return {
    async keep(order, act, optionsOf) {
      const begun = { ...order, id: crypto.randomUUID(), at: new Date(now()).toISOString() };
      await write({ ...begun, outcome: 'underWay' });
      const value = await act().catch(async (error: unknown) => {
        await write({ ...begun, ...outcomeOf(error) });
        throw error;
      });
      // Nobody with a guest on the phone waits for the disk.
      const end = write({ ...begun, options: optionsOf?.(value) ?? order.options, outcome: 'done' });
      ending = Promise.all([ending, end]);
      // Nor while what is too old is looked for and dropped.
      entries().catch(() => {});
      return value;
    },
    entries,
    async clear() {
      await ending;
      await store.clear();
    },
  };
}

const lost: readonly FailureCode[] = ['outcomeUnknown', 'passLost'];

/** What an error tells of the order: a bug tells nothing, so its outcome is lost too. */
function outcomeOf(error: unknown): Pick<RecordEntry, 'outcome' | 'failure' | 'requestId'> {
  if (!(error instanceof FailureError)) return { outcome: 'lost', failure: 'unexpected' };
  const { code, requestId } = error.failure;
  return {
    outcome: lost.includes(code) ? 'lost' : 'notDone',
    failure: code,
    ...(requestId ? { requestId } : {}),
  };
}
