import { type FailureCode, FailureError } from './failures';
import type { Graph } from './graph';
import type { Aftercare, Contacts, Whom } from './messages';
import type { Place } from './page-tenant';
import type { RegisteredMethod } from './registered-methods';
import type { Purpose } from './scopes';
import type { Sights } from './user-sight';

/** What comes after a pass: has the guest used it, and registered a method that stays. Methods throw FailureError. */
export type AftercareService = {
  readAftercare(page: Place, whom: Whom): Promise<Aftercare>;
  readContacts(page: Place, whom: Whom): Promise<Contacts>;
  /** Somebody signed in: what was not granted may be now. */
  askAgain(): void;
};

type Tools = {
  graphOf: (tenantId: string, purpose?: Purpose) => Graph;
  sights: Pick<Sights, 'confirm'>;
};

/** The token was refused: without a person nothing will change that. */
const notGranted: readonly FailureCode[] = ['consentRequired', 'signInRequired'];

/** Looks after the guests of one cloud. */
export function createAftercareService({ graphOf, sights }: Tools): AftercareService {
  /** Tenants whose tokens were refused, so that a panel that watches does not ask each time. */
  const refused = new Set<string>();

  async function methodsOf({
    userId,
    tenantId,
  }: Whom): Promise<RegisteredMethod[] | 'notGranted' | 'forbidden'> {
    if (refused.has(tenantId)) return 'notGranted';
    try {
      return await graphOf(tenantId, 'watchMethods').readMethods(userId);
    } catch (error) {
      const code = error instanceof FailureError ? error.failure.code : undefined;
      if (code === 'roleMissing') return 'forbidden';
      if (!code || !notGranted.includes(code)) throw error;
      refused.add(tenantId);
      return 'notGranted';
    }
  }

  return {
    async readAftercare(page, whom) {
      await sights.confirm(page, whom);
      const [[pass], methods] = await Promise.all([
        graphOf(whom.tenantId).listPasses(whom.userId),
        methodsOf(whom),
      ]);
      return { ...(pass ? { pass } : {}), methods };
    },

    async readContacts(page, whom) {
      await sights.confirm(page, whom);
      const graph = graphOf(whom.tenantId);
      const [manager, sponsors] = await Promise.all([
        graph.readManager(whom.userId),
        graph.readSponsors(whom.userId),
      ]);
      return { ...(manager ? { manager } : {}), sponsors };
    },

    askAgain: () => refused.clear(),
  };
}
