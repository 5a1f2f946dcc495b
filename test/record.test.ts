import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FailureError } from '../utils/failures';
import { createIssuedPasses } from '../utils/issued-passes';
import { createLocalStore } from '../utils/local-store';
import { createRecord, type Order } from '../utils/record';
import type { RecordEntry } from '../utils/record-entry';
import { readSettings, saveSettings } from '../utils/settings';

const minute = 60_000;
const day = 24 * 60 * minute;
const order: Order = {
  action: 'issue',
  admin: 'avery@contoso.com',
  tenant: { id: 't', displayName: 'Contoso' },
  guest: { id: 'g', userPrincipalName: 'ines@contoso.com', displayName: 'Ines Contractor' },
  options: {},
  reason: 'INC-1',
  clientRequestId: 'c',
};
const done = async () => {};
const nobodyKnows = () => new Promise<never>(() => {});

let clock: number;
let days: number;
beforeEach(() => {
  fakeBrowser.reset();
  clock = Date.parse('2026-11-23T13:00:00Z');
  days = 90;
});

const store = () => createLocalStore<unknown>('record');
/** The record as a worker opens it that knows nothing but the disk. */
const open = () => createRecord(store(), { retentionInDays: async () => days, now: () => clock });
const reasons = async () => (await open().entries()).map(({ reason }) => reason);

describe('an order', () => {
  it('is written down before it is sent', async () => {
    await open().keep(order, async () =>
      expect(await open().entries()).toMatchObject([{ outcome: 'underWay', clientRequestId: 'c' }]),
    );
  });

  it('is done with what was really issued, and gives its value back', async () => {
    const options = { lifetimeInMinutes: 60, isUsableOnce: false, startDateTime: '2026-11-23T13:00:05Z' };
    expect(
      await open().keep(
        order,
        async () => 'value',
        () => options,
      ),
    ).toBe('value');
    expect(await open().entries()).toEqual([
      { ...order, id: expect.any(String), at: '2026-11-23T13:00:00.000Z', options, outcome: 'done' },
    ]);
  });

  it('is not held up by the disk once it is done', async () => {
    let finish = () => {};
    const disk = new Promise<void>((finished) => {
      finish = finished;
    });
    const set = vi.spyOn(browser.storage.local, 'set');
    const record = open();
    const value = await record.keep(order, async () => {
      set.mockReturnValueOnce(disk as never);
      return 'value';
    });
    expect(value).toBe('value');
    await vi.waitFor(() => expect(set).toHaveBeenCalledTimes(2));
    finish();
    set.mockRestore();
  });

  it('has its end before the record is cleared, whichever order ended last', async () => {
    let finish = () => {};
    const disk = new Promise<void>((finished) => {
      finish = finished;
    });
    const { local } = browser.storage;
    const write = local.set.bind(local);
    const record = open();
    const set = vi.spyOn(local, 'set');
    await record.keep(order, async () => {
      set.mockImplementationOnce((async (values: Record<string, unknown>) =>
        disk.then(() => write(values))) as never);
    });
    await vi.waitFor(() => expect(set).toHaveBeenCalledTimes(2));
    set.mockRestore();
    await record.keep(order, done);
    const cleared = record.clear();
    // Whatever goes by itself has gone by then.
    await new Promise((passed) => setTimeout(passed, 50));
    finish();
    await cleared;
    await disk.then(() => write({}));
    expect(await open().entries()).toEqual([]);
  });

  it('has its end in what is read next, though nobody waited for it', async () => {
    const record = open();
    await record.keep(order, async () => 'value');
    expect(await record.entries()).toMatchObject([{ outcome: 'done' }]);
    await record.keep(order, async () => 'value');
    await record.clear();
    expect(await open().entries()).toEqual([]);
  });

  it.each([
    ['notDone', 'roleMissing'],
    ['notDone', 'noPassMade'],
    ['lost', 'passLost'],
    ['lost', 'outcomeUnknown'],
  ] as const)('is %s after %s, which goes on as it was', async (outcome, failure) => {
    const error = new FailureError({ code: failure, requestId: 'r', detail: 'HTTP 403' });
    await expect(open().keep(order, () => Promise.reject(error))).rejects.toBe(error);
    const [entry] = await open().entries();
    expect(entry).toMatchObject({ outcome, failure, requestId: 'r' });
  });

  it('is lost after a bug, which tells nothing of what Graph did', async () => {
    await expect(open().keep(order, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(await open().entries()).toMatchObject([{ outcome: 'lost', failure: 'unexpected' }]);
  });

  it('whose worker died reads as lost after two minutes', async () => {
    open().keep(order, nobodyKnows);
    await expect.poll(reasons).toHaveLength(1);
    clock += 2 * minute;
    expect(await open().entries()).toMatchObject([{ outcome: 'underWay' }]);
    clock += 1;
    expect(await open().entries()).toMatchObject([{ outcome: 'lost' }]);
  });

  it('is carried out even when the disk takes nothing', async () => {
    const full = { ...store(), set: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')) };
    const record = createRecord(full, { retentionInDays: async () => days });
    expect(await record.keep(order, async () => 'value')).toBe('value');
  });

  it('is not lost to another one at the same time', async () => {
    const tickets = Array.from({ length: 50 }, (_, index) => `INC-${index}`);
    const record = open();
    await Promise.all(tickets.map((reason) => record.keep({ ...order, reason }, done)));
    expect((await reasons()).sort()).toEqual(tickets.sort());
  });
});

describe('the pass', () => {
  const secret = 'N4x%Tq7P';

  it('never reaches the disk, whatever is handed over', async () => {
    const pass = { ...order, temporaryAccessPass: secret, accessToken: secret };
    const guest = { id: 'g', userPrincipalName: 'u', displayName: 'd', temporaryAccessPass: secret };
    const issued = { lifetimeInMinutes: 60, temporaryAccessPass: secret };
    await open().keep(
      { ...pass, guest, options: issued },
      async () => issued,
      (value) => value,
    );
    const stored = JSON.stringify(await browser.storage.local.get());
    expect(stored).toContain('INC-1');
    expect(stored).not.toContain(secret);
  });

  it('has no place in the type of an entry, nor in a store on disk', () => {
    // @ts-expect-error An entry has no such field.
    ({}) as RecordEntry satisfies { temporaryAccessPass: string };
    // @ts-expect-error Issued passes take a session store only.
    createIssuedPasses(createLocalStore('issued'));
  });
});

describe('entries', () => {
  async function keepAt(...times: [reason: string, at: number][]): Promise<void> {
    for (const [reason, at] of times) {
      clock = at;
      await open().keep({ ...order, reason }, done);
    }
  }

  it('come newest first', async () => {
    await keepAt(['first', clock], ['third', clock + 2 * day], ['second', clock + day]);
    expect(await reasons()).toEqual(['third', 'second', 'first']);
  });

  it('leave the disk when their days are over', async () => {
    await keepAt(['old', clock], ['young', clock + 30 * day]);
    days = 30;
    expect(await reasons()).toEqual(['young']);
    days = 365;
    expect(await reasons()).toEqual(['young']);
  });

  it('leave the disk when another order is written', async () => {
    await keepAt(['old', clock], ['young', clock + 91 * day]);
    await expect.poll(async () => Object.keys(await store().all())).toHaveLength(1);
  });

  it('are none when nothing is to be kept', async () => {
    await open().keep(order, done);
    days = 0;
    await open().keep(order, done);
    expect(await open().entries()).toEqual([]);
    expect(await store().all()).toEqual({});
  });

  it('are 5,000 at most', async () => {
    await open().keep(order, done);
    const [entry] = await open().entries();
    const older = Array.from({ length: 5000 }, (_, index) => ({
      ...entry,
      id: `${index}`,
      at: new Date(clock - 1 - index).toISOString(),
    }));
    await store().set(Object.fromEntries(older.map((entry) => [entry.id, entry])));
    const entries = await open().entries();
    expect(entries).toHaveLength(5000);
    expect(entries[0]).toEqual(entry);
    expect(Object.keys(await store().all())).not.toContain('4999');
  });

  it('that are broken are left out and leave the disk, and the others stay', async () => {
    await open().keep(order, done);
    await store().set({
      text: 'nonsense',
      nothing: null,
      list: [],
      date: { ...order, id: 'date', at: 'yesterday', outcome: 'done' },
      action: {
        ...order,
        id: 'action',
        at: new Date(clock).toISOString(),
        action: 'format',
        outcome: 'done',
      },
    });
    expect(await reasons()).toEqual(['INC-1']);
    expect(Object.keys(await store().all())).toHaveLength(1);
  });

  it('are cleared without the settings', async () => {
    const clientId = '6e57a001-5a9d-4b0c-8c1d-9a55e5b0c0de';
    await saveSettings({ clientId });
    await open().keep(order, done);
    await open().clear();
    expect(await open().entries()).toEqual([]);
    expect(await readSettings()).toMatchObject({ clientId, recordRetentionInDays: 90 });
  });
});
