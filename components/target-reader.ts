import type { Failure } from '../utils/failures';
import type { IssuedPass, Result, Seen, Target } from '../utils/messages';
import { type UserPage, userPageFromUrl } from '../utils/portal-url';

/** What is known about the tab's user at this moment. */
export type Reading = Target | { state: 'loading' } | { state: 'failed'; failure: Failure };

/** A reading with a user on whom a pass can be issued. */
export type ReadyTarget = Extract<Target, { state: 'ready' }>;

type World = {
  /** Asks for the target of the tab, as it was last seen. */
  read: (seen: Seen) => Promise<Result<Target>>;
  signIn: (seen: Seen & { pick?: boolean }) => Promise<Result<Target>>;
  show: (reading: Reading) => void;
  /** Milliseconds since 1970. */
  now: () => number;
};

/** Keeps what is shown in step with the tab; see each method. */
export type TargetReader = ReturnType<typeof createTargetReader>;

const old = 60_000;

/** Reads the target of a tab and shows it; what was asked for a former user is never shown. */
export function createTargetReader({ read, signIn, show, now }: World) {
  let page: UserPage | 'unknown' | undefined;
  let seen: Seen = {};
  let shown: Reading = { state: 'loading' };
  let turn = 0;
  let readAt = 0;
  /** Why the last sign-in for this page failed. */
  let refusal: Failure | undefined;

  /** Security: every change of what may be shown takes a new turn, which makes earlier answers worthless. */
  function put(reading: Reading): void {
    turn += 1;
    shown = reading;
    show(reading);
  }

  async function ask(
    question: () => Promise<Result<Target>>,
    onFailure: 'show' | 'keep',
  ): Promise<'shown' | 'kept' | 'late'> {
    turn += 1;
    const mine = turn;
    const result = await question();
    if (mine !== turn) return 'late';
    if (!result.ok && onFailure === 'keep') return 'kept';
    // Security: the tab was elsewhere when the background looked, and is back without a word about it. The background
    // waits for the address that we have seen, so this does not turn in haste.
    if (isAboutAnother(result, page)) {
      put({ state: 'loading' });
      return ask(readSeen, 'show');
    }
    answered(result);
    return 'shown';
  }

  function answered(result: Result<Target>): void {
    readAt = now();
    if (!result.ok) put({ state: 'failed', failure: result.failure });
    else if (result.value.state === 'signInRequired' && refusal) put({ state: 'failed', failure: refusal });
    else put(result.value);
  }

  async function readAnew(): Promise<void> {
    if (!page) return;
    put({ state: 'loading' });
    await ask(readSeen, 'show');
  }

  const readSeen = () => read(seen);

  const shownTenant = () => (shown.state === 'ready' ? shown.tenant.id : undefined);

  return {
    /** The tab is seen so now; an unknown address leaves it to the background to say which user that is. */
    async moved(now: Seen): Promise<void> {
      const next = now.url === undefined ? 'unknown' : userPageFromUrl(now.url);
      const isSameTenant = [undefined, seen.directory, shownTenant()].includes(now.directory);
      seen = now;
      if (isSame(next, page) && isSameTenant) return;
      if (!isSame(next, page)) refusal = undefined;
      page = next;
      if (page) await readAnew();
      else put({ state: 'notUserPage' });
    },

    /** Drops what is shown and reads anew. */
    async readAgain(): Promise<void> {
      refusal = undefined;
      await readAnew();
    },

    /** Reads anew while what is shown stays, unless that is nothing yet; says whether an answer came. */
    async readQuietly(): Promise<boolean> {
      refusal = undefined;
      const onFailure = shown.state === 'loading' ? 'show' : 'keep';
      return page !== undefined && (await ask(readSeen, onFailure)) === 'shown';
    },

    /** The panel came into view again: reads quietly what was read over 60 seconds ago. */
    async cameIntoView(): Promise<void> {
      const holdsPass = shown.state === 'ready' && shown.issued;
      if (page && shown.state !== 'loading' && !holdsPass && Math.abs(now() - readAt) > old)
        await ask(readSeen, 'keep');
    },

    /**
     * Opens the sign-in window and shows what can be read then; `pick` asks there for another account. Why it failed
     * is shown until the tab moves to another user, can be read, or is asked again.
     */
    async signIn({ pick = false } = {}): Promise<void> {
      const asked = page;
      refusal = undefined;
      turn += 1;
      const mine = turn;
      const result = await signIn({ ...seen, pick });
      if (!result.ok && isSame(asked, page)) refusal = result.failure;
      if (mine === turn && !isAboutAnother(result, page)) answered(result);
      // The tab moved or was read meanwhile, still signed out.
      else if (result.ok) await readAnew();
      else if (refusal && shown.state === 'signInRequired') answered(result);
    },

    /** What the tab was last seen to show. */
    seen: () => seen,

    /** Shows a pass just issued, and says whether its user is still the one shown. */
    issued(issued: IssuedPass): boolean {
      // The tab left this user and may have come back: the reading under way began before the pass was made.
      if (shown.state === 'loading') readAnew();
      if (shown.state !== 'ready' || shown.guest.id !== issued.userId) return false;
      put({ ...withoutNews(shown), pass: withoutSecret(issued), issued });
      return true;
    },

    /** Forgets this pass of this user, which is no more. */
    revoked(userId: string, passId: string): void {
      if (shown.state !== 'ready' || shown.guest.id !== userId) return;
      const left = withoutNews(shown);
      for (const name of ['issued', 'pass'] as const) if (left[name]?.id === passId) delete left[name];
      put(left);
    },

    /** Forgets what was told of an order and, unless it is to be kept, the pass that is shown; the user stays. */
    dismissed(keepsPass = false): void {
      if (shown.state !== 'ready') return;
      const { issued, ...rest } = withoutNews(shown);
      put(keepsPass && issued ? { ...rest, issued } : rest);
    },

    /** What is shown of this user, if it is the one shown. */
    shown(userId: string): ReadyTarget | undefined {
      return shown.state === 'ready' && shown.guest.id === userId ? shown : undefined;
    },
  };
}

function isSame(one: UserPage | 'unknown' | undefined, other: UserPage | 'unknown' | undefined): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

/** A page that names its user by user principal name, and the popup, leave it to the background who that is. */
function isAboutAnother(result: Result<Target>, page: UserPage | 'unknown' | undefined): boolean {
  const { userId } = Object(page) as Partial<UserPage>;
  if (!result.ok || !('guest' in result.value) || userId === undefined) return false;
  return result.value.guest.id !== userId;
}

function withoutSecret({ userId: _, temporaryAccessPass: __, clientRequestId: ___, ...pass }: IssuedPass) {
  return pass;
}

/** Without what was told of former orders. */
export function withoutNews({ unsettled: _, revoked: __, ...target }: ReadyTarget): ReadyTarget {
  return target;
}
