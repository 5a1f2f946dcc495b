import type { Auth } from './auth';
import { externalUserType } from './external-user-type';
import { type FailureCode, FailureError } from './failures';
import type { Graph } from './graph';
import type { GetToken } from './graph-middleware';
import type { GraphUser } from './graph-replies';
import type { Ability, Connection } from './messages';
import type { TenantKnowledge } from './tenant-knowledge';

/** Tries whether Guestpass can do here what it is for. */
export type ConnectionService = {
  /** Changes nothing. Throws the FailureError of the sign-in; what Graph refuses after it is part of the answer. */
  test(): Promise<Connection>;
};

type Tools = {
  auth: Pick<Auth, 'getToken' | 'signIn'>;
  graphBy: (tenantId: string, getToken: GetToken) => Graph;
  /** Whatever is granted, so that a token comes too where something is missing. */
  scopes: readonly string[];
  /** The one tenant (GUID or domain) allowed, empty for any. */
  tenantLock: string;
  /** Told which organization it is. */
  knowledge: Pick<TenantKnowledge, 'learn'>;
};

/** What a person in the sign-in window can mend. */
const takesPerson: readonly FailureCode[] = [
  'signInRequired',
  'stepUpRequired',
  'sessionEnded',
  'passwordExpired',
  'consentRequired',
  'userNotAssigned',
  'accountDisabled',
];

/** Guests whose passes are asked for: one of them may hold an administrator's role, which hides them. */
const mostGuests = 5;

/** Tests the connection of one app in one cloud. */
export function createConnectionService({
  auth,
  graphBy,
  scopes,
  tenantLock,
  knowledge,
}: Tools): ConnectionService {
  const request = { scopes, ...(tenantLock ? { tenant: tenantLock } : {}) };

  /** A new one: roles and consents of a former token may be out of date. */
  async function newToken() {
    try {
      return await auth.getToken({ ...request, forceRefresh: true });
    } catch (error) {
      if (!(error instanceof FailureError) || !takesPerson.includes(error.failure.code)) throw error;
    }
    await auth.signIn(request);
    return auth.getToken(request);
  }

  return {
    async test() {
      const { accessToken, account, scopes: granted } = await newToken();
      const { tenantId, username } = account;
      const graph = graphBy(tenantId, async (renewal) =>
        Object.keys(renewal).length === 0
          ? accessToken
          : (await auth.getToken({ ...request, tenant: tenantId, ...renewal })).accessToken,
      );
      let tenant = { id: tenantId, displayName: tenantId };
      let someGuests: string[] = [];
      const [readsUser, readsPolicy] = await Promise.all([
        abilityOf(async () => {
          const { organization, guests } = await graph.readSomeGuests();
          // Security: what is learnt here is believed wherever the tenants of page and token are compared.
          if (organization.id !== tenantId)
            throw new FailureError({
              code: 'graphUnavailable',
              detail: 'The reply is about another tenant.',
            });
          tenant = { id: tenantId, displayName: organization.displayName };
          knowledge.learn(tenantId, { organization });
          someGuests = internalFirst(guests, organization.verifiedDomains).slice(0, mostGuests);
        }),
        abilityOf(() => graph.readPolicy()),
      ]);
      const readsPasses =
        readsUser !== 'works'
          ? 'notTried'
          : someGuests.length === 0
            ? 'noGuest'
            : await abilityOf(() => graph.tryPasses(someGuests));
      return { admin: username, tenant, granted, readsUser, readsPasses, readsPolicy };
    },
  };
}

async function abilityOf(work: () => Promise<unknown>): Promise<Ability> {
  try {
    await work();
    return 'works';
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}

/** Ids of these guests, internal ones before the others: those are whom Guestpass is for. */
function internalFirst(guests: readonly GraphUser[], verifiedDomains: string[]): string[] {
  const isOther = (user: GraphUser) => Number(externalUserType(user, verifiedDomains) !== 'internalGuest');
  return [...guests].sort((a, b) => isOther(a) - isOther(b)).map(({ id }) => id);
}
