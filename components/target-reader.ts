import type { Failure } from '../utils/failures';
import type { IssuedPass, Result, Target } from '../utils/messages';
import { type UserPage, userPageFromUrl } from '../utils/portal-url';

/** What is known about the tab's user at this moment. */
export type Reading = Target | { state: 'loading' } | { state: 'failed'; failure: Failure };

/** A reading with a user on whom a pass can be issued. */
export type ReadyTarget = Extract<Target, { state: 'ready' }>;

type World = {
  /** Asks for the target of the tab, whose address was last seen as `url`. */
  read: (seen: { url?: string }) => Promise<Result<Target>>;
  signIn: () => Promise<Result<Target>>;
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
  let seen: { url?: string } = {};
  let shown: Reading = { state: 'loading' };
  let turn = 0;
  let readAt = 0;

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
    readAt = now();
    put(result.ok ? result.value : { state: 'failed', failure: result.failure });
    return 'shown';
  }

  async function readAgain(): Promise<void> {
    if (!page) return;
    put({ state: 'loading' });
    await ask(readSeen, 'show');
  }

  const readSeen = () => read(seen);

  return {
    /** The tab shows this address now; an unknown one leaves it to the background to say which user that is. */
    async moved(url: string | undefined): Promise<void> {
      const next = url === undefined ? 'unknown' : userPageFromUrl(url);
      seen = url === undefined ? {} : { url };
      if (next && JSON.stringify(next) === JSON.stringify(page)) return;
      page = next;
      if (page) await readAgain();
      else put({ state: 'notUserPage' });
    },

    /** Drops what is shown and reads anew. */
    readAgain,

    /** Reads anew while what is shown stays; says whether an answer came. */
    async readQuietly(): Promise<boolean> {
      return page !== undefined && (await ask(readSeen, 'keep')) === 'shown';
    },

    /** The panel came into view again: reads quietly what was read over 60 seconds ago. */
    async cameIntoView(): Promise<void> {
      const holdsPass = shown.state === 'ready' && shown.issued;
      if (page && shown.state !== 'loading' && !holdsPass && now() - readAt > old)
        await ask(readSeen, 'keep');
    },

    /** Opens the sign-in window and shows what can be read then. */
    async signIn(): Promise<void> {
      // The tab moved meanwhile: its new user was read signed out.
      if ((await ask(signIn, 'show')) === 'late') await readAgain();
    },

    /** Shows a pass just issued, and says whether its user is still the one shown. */
    issued(issued: IssuedPass): boolean {
      // The tab left this user and may have come back: the reading under way began before the pass was made.
      if (shown.state === 'loading') readAgain();
      if (shown.state !== 'ready' || shown.guest.id !== issued.userId) return false;
      put({ ...shown, pass: withoutSecret(issued), issued });
      return true;
    },

    /** Forgets the pass that is shown; the user stays. */
    dismissed(): void {
      if (shown.state !== 'ready') return;
      const { issued: _, ...rest } = shown;
      put(rest);
    },

    /** Whether this user is the one shown. */
    isShowing(userId: string): boolean {
      return shown.state === 'ready' && shown.guest.id === userId;
    },
  };
}

function withoutSecret({ userId: _, temporaryAccessPass: __, clientRequestId: ___, ...pass }: IssuedPass) {
  return pass;
}
