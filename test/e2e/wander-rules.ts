import { userPageFromUrl } from '../../utils/portal-url';
import { codeOf } from './admin';
import { ifStillThere } from './until';
import { type Look, lookAt } from './wander-look';
import { guests, type Order, user, type World } from './wander-world';

/** Looks in a row in which a panel may still name the former user: what a message takes, not what a question takes. */
const grace = 10;
/** Milliseconds until the panel has to show what belongs to its address; a reload on a busy machine takes seconds. */
const patience = 30_000;

/** What belongs on the screen at an address: a guest's name, a sentence why there is nobody, or nothing at all. */
type Due = { kind: 'guest'; id: string; name: string } | { kind: 'failure' } | { kind: 'nothing' };

function dueAt({ stage }: World, address: string): Due {
  const page = userPageFromUrl(address);
  const asked = page?.userId ?? page?.userPrincipalName;
  if (!asked) return { kind: 'nothing' };
  const found = user(stage, asked);
  if (!found) return { kind: 'failure' };
  if (!guests.includes(found.id)) return { kind: 'nothing' };
  return { kind: 'guest', id: found.id, name: found.userPrincipalName };
}

/** No request of Graph is under way. */
const isQuiet = ({ stage }: World) =>
  stage.sandbox.log.slice(-50).every(({ room, status }) => room !== 'graph' || status !== 0);

/**
 * Watches the tab in front until all is quiet and it shows what belongs to its address, in two looks in a row.
 * Returns what was wrong: a wrong name that stayed, a pass that is not its user's, a panel that never got ready.
 */
export async function settle(world: World): Promise<string | undefined> {
  let wrong = 0;
  let right = 0;
  let last: Look | undefined;
  for (const end = Date.now() + patience; Date.now() < end && right < 2; ) {
    const quiet = isQuiet(world);
    const look = await lookAt(world.front);
    if (!look || look.before !== look.after) continue;
    last = look;
    const due = dueAt(world, look.after);
    wrong = isWrong(look, due) ? wrong + 1 : 0;
    if (wrong > grace) return `shows ${look.panel?.name} at ${look.after}`;
    if (quiet && isRight(world, look, due)) right += 1;
    // What was right once, with nothing under way, has to stay so.
    else if (right > 0 && wrong > 0) return `began to show ${look.panel?.name} at ${look.after}`;
    else right = 0;
    if (right < 2) await tryAgain(world, look);
  }
  if (right === 2) return undefined;
  const { frame: _, ...seen } = last ?? {};
  return `never got ready: ${JSON.stringify(seen)}`;
}

function isWrong({ panel }: Look, due: Due): boolean {
  return Boolean(panel?.name) && (due.kind !== 'guest' || panel?.name !== due.name);
}

function isRight({ stage }: World, { panel }: Look, due: Due): boolean {
  if (due.kind === 'nothing') return panel === undefined;
  if (due.kind === 'failure') return panel?.alert === true && !panel.name;
  if (panel?.name !== due.name || panel.busy) return false;
  return panel.code === undefined || panel.code === codeOf(stage, due.id);
}

/** A panel whose worker died while it read says so, and reads again when asked. */
async function tryAgain(world: World, { panel, frame, after }: Look): Promise<void> {
  const asks = panel?.buttons.some(({ label }) => label === 'Try again');
  if (!asks || !frame || world.deaths <= 0 || dueAt(world, after).kind === 'failure') return;
  world.deaths -= 1;
  await ifStillThere(() =>
    frame.evaluate(() =>
      [...document.querySelectorAll('button')]
        .find((one) => one.textContent?.trim() === 'Try again')
        ?.click(),
    ),
  );
}

/** Finds what is wrong with the requests that issue a pass since the last check, and counts them. */
type PostCheck = { check: (world: World) => string[]; seen: () => number };

/** Each request that issues needs a click of its own, by that name, at that address. */
export function createPostCheck({ stage }: World): PostCheck {
  const { log } = stage.sandbox;
  let checked = log.length;
  let seen = 0;

  function wrongWith(id: string, orders: Order[]): string | undefined {
    const { userPrincipalName } = user(stage, id) ?? {};
    const order = orders.findIndex(({ name }) => name === userPrincipalName);
    const [meant] = order < 0 ? [] : orders.splice(order, 1);
    if (!meant) return `a pass was issued to ${userPrincipalName} without a click`;
    if (meant.addresses.some((address) => isPageOf(stage, address, id))) return undefined;
    return `a pass was issued to ${userPrincipalName} from ${meant.addresses.join(' or ')}`;
  }

  return {
    check({ orders }) {
      const ids = log.slice(checked).flatMap(({ method, url }) => {
        const [, id] = method === 'POST' ? (issuingPath.exec(new URL(url).pathname) ?? []) : [];
        return id ?? [];
      });
      checked = log.length;
      seen += ids.length;
      return ids.flatMap((id) => wrongWith(id, orders) ?? []);
    },
    seen: () => seen,
  };
}

const issuingPath = /\/users\/([^/]+)\/authentication\/temporaryAccessPassMethods$/;

function isPageOf(stage: World['stage'], address: string, id: string): boolean {
  const page = userPageFromUrl(address);
  return page !== undefined && user(stage, page.userId ?? page.userPrincipalName ?? '')?.id === id;
}
