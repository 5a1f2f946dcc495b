import { createGraph } from '../../utils/graph';
import { createPatience } from '../../utils/graph-patience';
import { chunksOf } from '../../utils/graph-send';
import { methodLimit } from '../sandbox/graph/throttle';
import { people } from '../sandbox/seed';
import { type Sandbox, startSandbox } from '../sandbox/server';
import { tokenFor } from '../sandbox/sign-in-by-hand';
import { userOf } from '../sandbox/state';
import { baseline, figure, type Section } from './figure';

/** A sample is the time for so many guests: a single one costs nothing, or a whole pause. */
const together = 25;

/** Makes a pass for one guest of many. */
type Way = (userId: string) => Promise<void>;

/**
 * An admin, and a script, without a rest from guest to guest under Graph's throttling, in seconds on the sandbox's
 * clock, which a pause moves on at once. Guestpass orders for one guest at a time, never for a list.
 * https://learn.microsoft.com/graph/throttling-limits
 */
export async function measureManyGuests(guests: number): Promise<Section> {
  const sandbox = await startSandbox();
  try {
    const ours = await run(sandbox, guests, asGuestpass);
    const script = await run(sandbox, guests, asScript);
    const atLeast = (requests: number) =>
      baseline('what the limit allows', [(together * requests * methodLimit.seconds) / methodLimit.units]);
    return {
      title: `${guests} guests, one after another`,
      note:
        `With ${methodLimit.units} requests about sign-in methods in ${methodLimit.seconds} s, on the sandbox’s clock, in Node. ` +
        'A script that only orders needs one of them a guest; Guestpass reads before it orders, so it needs two.',
      figures: [
        figure(`Guestpass: ${together} guests`, 's', ours.seconds, { baseline: atLeast(2) }),
        figure(`a script: ${together} guests`, 's', script.seconds, { baseline: atLeast(1) }),
        figure('Guestpass: refusals (429) in all', 'requests', [ours.refusals]),
        figure('a script: refusals (429) in all', 'requests', [script.refusals]),
      ],
    };
  } finally {
    await sandbox.close();
  }
}

/** Lets one go this way for so many new guests of Contoso: seconds for each group of them, and how often Graph refused. */
async function run(sandbox: Sandbox, guests: number, wayOf: (sandbox: Sandbox) => Way) {
  const { state } = sandbox;
  state.reset();
  sandbox.rooms.graph.modes.throttling = true;
  const ids = addGuests(sandbox, guests);
  const { fetch } = globalThis;
  let refusals = 0;
  globalThis.fetch = async (...asked) => {
    const reply = await sandbox.fetch(...asked);
    // Inside a batch each has a status of its own.
    if (reply.status === 429 || /"status":\s*429/.test(await reply.clone().text())) refusals += 1;
    return reply;
  };
  try {
    const way = wayOf(sandbox);
    const seconds: number[] = [];
    for (const group of chunksOf(ids, together)) {
      const start = state.now();
      for (const id of group) await way(id);
      seconds.push((state.now() - start) / 1000);
    }
    return { seconds, refusals };
  } finally {
    globalThis.fetch = fetch;
  }
}

/** As the worker does for an admin who comes to a user's page, and clicks. */
const asGuestpass =
  ({ state }: Sandbox): Way =>
  async (userId) => {
    const token = tokenFor(state);
    const open = () =>
      createGraph({
        host: 'graph.microsoft.com',
        getToken: async () => token,
        patience: createPatience({ sleep: async (pause) => state.advance(pause) }),
      });
    const { passes } = await open().readTarget(userId, { policy: false, organization: false });
    if (passes === 'unknown') throw new Error('Nobody could say whether this guest has a pass.');
    await open().createPass(userId, {}, crypto.randomUUID());
  };

/** As a script does that sends one request after another, and waits as long as it is told. */
const asScript =
  ({ state }: Sandbox): Way =>
  async (userId) => {
    const Authorization = `Bearer ${tokenFor(state)}`;
    const url = `https://graph.microsoft.com/v1.0/users/${userId}/authentication/temporaryAccessPassMethods`;
    for (;;) {
      const headers = { Authorization, 'Content-Type': 'application/json' };
      const reply = await fetch(url, { method: 'POST', headers, body: '{}' });
      if (reply.status === 201) return;
      if (reply.status !== 429) throw new Error(`${reply.status} ${await reply.text()}`);
      state.advance(Number(reply.headers.get('Retry-After')) * 1000);
    }
  };

/** Internal guests like Ines, and their object ids. */
function addGuests({ state }: Sandbox, count: number): string[] {
  const [contoso] = state.tenants;
  const ines = contoso && userOf(contoso, people.ines);
  if (!contoso || !ines) throw new Error('The seed has no Ines.');
  return Array.from({ length: count }, (_, index) => {
    const id = crypto.randomUUID();
    contoso.users.push({ ...structuredClone(ines), id, userPrincipalName: `guest${index}@contoso.com` });
    return id;
  });
}
