import { userPageFromUrl } from '../../utils/portal-url';
import { type SandboxUser, userOf } from '../sandbox/state';
import type { Seen } from './page';
import { isLost, toldOf, watch } from './sight';
import { changesSoFar } from './small-dom';
import { showPass } from './steps';
import { addressOf, type Order, users, type World } from './world';

/** What was told on the way, which a rule at the end asks for. */
export type Memory = {
  /** Ids of passes that the panel has had to show, or has said to be lost. */
  known: Set<string>;
  /** Requests looked at so far. */
  asked: number;
  /** Orders that have not led to a request. */
  free: Order[];
  orders: number;
  /** What there was to look at, the last time. */
  version: string;
};

/** Nothing was told yet. */
export const emptyMemory = (): Memory => ({
  known: new Set(),
  asked: 0,
  free: [],
  orders: 0,
  version: '',
});

const noneMade = 'Microsoft Graph lists no new pass';
const stillThere = 'Microsoft Graph still lists the pass';
const revoked = 'Pass revoked';
const noLongerThere = 'The pass is no longer there.';

const userIdAt = (address: string) => userPageFromUrl(address)?.userId ?? '';
const nameOf = ({ cloud }: World, userId: string) => userOf(cloud.contoso(), userId)?.userPrincipalName ?? '';

/** What must hold at every moment at which nothing but a timer goes on: what is wrong, in words. */
export function check(world: World, memory: Memory): string | undefined {
  const { cloud, address, told, orders } = world;
  const version = [changesSoFar(), cloud.acts.count, cloud.asked.length, orders.length, address, told].join();
  if (version === memory.version) return undefined;
  memory.version = version;
  const seen = world.page.look();
  watch(world, seen);
  return (
    wrongOrder(world, memory) ??
    wrongRequest(world, memory) ??
    wrongUser(world, seen) ??
    wrongWords(world, seen, memory) ??
    leakOnPage(world, seen)
  );
}

/** Answers after which the same order may be sent again: Graph did nothing. */
const untouched: Record<string, unknown[]> = { POST: [429, 401, 409], DELETE: [429, 401] };

/** One order a click, of what was clicked for the user who was on the screen. */
function wrongOrder(world: World, memory: Memory): string | undefined {
  const orders = world.orders.slice(memory.orders);
  memory.orders = world.orders.length;
  memory.free.push(...orders);
  const wrong = orders.find(
    ({ what, userId, press }) =>
      !press?.counts || press.what !== what || press.name !== nameOf(world, userId),
  );
  return wrong && `an order to ${wrong.what} without its click, for ${nameOf(world, wrong.userId)}`;
}

/** One request an order, for the user in the address; repeated only where Graph did nothing. */
function wrongRequest(world: World, memory: Memory): string | undefined {
  const { asked } = world.cloud;
  const from = memory.asked;
  memory.asked = asked.length;
  for (const [index, { what, userId, clientRequestId }] of asked.entries()) {
    if (index < from || (what !== 'POST' && what !== 'DELETE')) continue;
    const sameOrder = asked.slice(0, index).filter((one) => one.clientRequestId === clientRequestId);
    const again = sameOrder.filter((one) => one.what === what);
    if (again.some(({ answer }) => !untouched[what]?.includes(answer)))
      return `a ${what} was repeated that Graph may have carried out`;
    // Where a second pass needs it, the order for that one deletes the first.
    if (again.length > 0 || sameOrder.some((one) => one.what === 'POST')) continue;
    const order = memory.free.findIndex(
      (order) =>
        order.what === (what === 'POST' ? 'issue' : 'revoke') &&
        order.userId === userId &&
        userIdAt(order.address) === userId,
    );
    if (order < 0) return `a ${what} that nobody ordered, for ${nameOf(world, userId)}`;
    memory.free.splice(order, 1);
  }
  return undefined;
}

function wrongUser(world: World, { name }: Seen): string | undefined {
  // The background goes by the address, of which the panel may hear later.
  const meant = [world.told, world.address].map((address) => nameOf(world, userIdAt(address)));
  return name && !meant.includes(name) ? `the panel shows ${name} on the page of ${meant[1]}` : undefined;
}

/** What the panel says of an order is so. */
function wrongWords(
  world: World,
  { name, alert, status, hasPass }: Seen,
  { known }: Memory,
): string | undefined {
  const { cloud } = world;
  const user = cloud.contoso().users.find(({ userPrincipalName }) => userPrincipalName === name);
  if (!user) return undefined;
  const held = user._pass;
  const kept = Object(world.session.values.get(`issued/${user.id}`)) as { id?: string };
  if (hasPass && kept.id) known.add(kept.id);
  if (held && alert.includes(isLost)) known.add(held.id);
  const last = (what: string) => cloud.asked.findLast((one) => one.what === what && one.userId === user.id);
  const made = cloud.made.find(({ passId }) => passId === held?.id);
  // One that ended before anybody could show it is not what is spoken of: the order after it may have been sent nowhere.
  const isNew =
    made &&
    !isOver(cloud, held) &&
    !known.has(made.passId) &&
    made.clientRequestId === last('POST')?.clientRequestId;
  if (alert.includes(noneMade) && isNew) return 'the panel says that no pass was made, but one was';
  // Where a second pass needs it, the order for that one deletes the first.
  const isPart = (id: string) => cloud.asked.some((one) => one.what === 'POST' && one.clientRequestId === id);
  const deletion = last('DELETE');
  const meant = deletion && !isPart(deletion.clientRequestId) ? deletion.url.split('/').at(-1) : undefined;
  if (status.includes(revoked) && held && held.id === meant)
    return 'the panel says that the pass is revoked, but it is there';
  if (status.includes(revoked) && hasPass) return 'the panel shows a pass that it calls revoked';
  if (alert.includes(stillThere) && !held && !world.touchedByOthers.has(user.id))
    return 'the panel says that the pass is still there, but it is gone';
  return undefined;
}

const isOver = ({ state }: World['cloud'], pass: SandboxUser['_pass']) =>
  pass !== undefined && pass.start + pass.lifetimeInMinutes * 60_000 <= state.now();

/** No code of a pass on the page, but where it was asked for. */
function leakOnPage({ cloud, page }: World, { buttons }: Seen): string | undefined {
  if (cloud.made.length === 0 || buttons.includes('Hide pass')) return undefined;
  const source = page.source();
  return cloud.made.some(({ code }) => source.includes(code)) ? 'a pass in the page' : undefined;
}

/** No code of a pass where it does not belong: what is wrong, in words. */
export function leak({ cloud, local, session, console }: World): string | undefined {
  const notes = [...session.values].filter(([key]) => !key.startsWith('issued/'));
  const places: Record<string, string> = {
    'storage.local': JSON.stringify([...local.values]),
    'a note of an order': JSON.stringify(notes),
    'a console': console.join('\n'),
    'an address': cloud.asked.map(({ url }) => decodeURIComponent(url)).join('\n'),
  };
  for (const { code } of cloud.made)
    for (const [place, text] of Object.entries(places))
      if (text.includes(code) || text.includes(JSON.stringify(code).slice(1, -1)))
        return `a pass in ${place}`;
  return undefined;
}

/** What must hold once everything works again, and each guest's page was read anew: what is wrong, in words. */
export async function checkEnd(world: World): Promise<string | undefined> {
  const { clock, cloud } = world;
  cloud.network.down = false;
  cloud.clearFaults();
  world.livingWorker().dieAfter(Number.POSITIVE_INFINITY, false);
  // What is on its way arrives, and what was read meanwhile is too old.
  await clock.wait(15_000);
  await clock.sleep(61_000);
  for (const [name, userId] of Object.entries(users)) {
    if (name === 'emil') continue;
    world.address = addressOf(userId);
    world.reload();
    await clock.wait(15_000);
    const wrong = await wrongEnd(world, userId);
    if (wrong) return `at the end, ${name}: ${wrong}`;
  }
  return wrongRecord(world);
}

async function wrongEnd(world: World, userId: string): Promise<string | undefined> {
  const { cloud } = world;
  const seen = world.page.look();
  if (seen.busy || seen.buttons.length === 0) return `a dead panel: ${seen.text}`;
  const held = cloud.passOf(userId);
  const made = cloud.made.find(({ passId }) => passId === held?.id);
  if (seen.hasPass) {
    if (!(await showPass(world))) return 'the pass can not be shown';
    const { code } = world.page.look();
    if (held && code !== held.code) return 'the pass that is shown is not the one that Graph holds';
    // Where no list has ever shown it, that it is missing proves nothing: it stays, with what the list says.
    if (!held && !world.touchedByOthers.has(userId) && !seen.text.includes(noLongerThere))
      return 'a pass is shown that Graph does not hold';
    return undefined;
  }
  if (seen.pass && (seen.pass === 'None') !== (held === undefined))
    return `the panel says of the current pass: ${seen.pass}`;
  const isKnown =
    !held ||
    made?.by !== 'us' ||
    world.dismissed.has(held.id) ||
    world.acknowledged.has(made.clientRequestId) ||
    toldOf(world) === userId;
  return isKnown || isOver(cloud, held)
    ? undefined
    : 'Graph holds a pass of ours whose code nobody saw, and nobody was told';
}

/** What the record says was done was done, and what it says was not done was not. */
function wrongRecord({ local, cloud, touchedByOthers }: World): string | undefined {
  for (const [key, entry] of local.values) {
    const { action, outcome, clientRequestId } = entry as Record<string, string>;
    if (!key.startsWith('record/') || action === 'revoke') continue;
    const made = cloud.made.find((made) => made.clientRequestId === clientRequestId);
    if (outcome === 'done' && !made) return 'the record tells of a pass that was never made';
    // One that somebody else has revoked before it was ever listed is nobody's to know of.
    if (outcome === 'notDone' && made && !touchedByOthers.has(made.userId))
      return 'the record says of a pass that it was not made';
  }
  return undefined;
}
