import type { Auth } from './auth';
import { externalUserType } from './external-user-type';
import { FailureError } from './failures';
import type { Graph, Organization } from './graph';
import type { GraphUser } from './graph-replies';
import type { IssuedPasses } from './issued-passes';
import type { IssuedPass, Pass, Target, Wish } from './messages';
import type { UserPage } from './portal-url';
import type { TapPolicy } from './tap-policy';

/** Delegated permissions of the main flow; each is explained in README.md. */
export const scopes = [
  'User.Read',
  'User.Read.All',
  'UserAuthMethod-TAP.ReadWrite.All',
  'Policy.Read.AuthenticationMethod',
] as const;

/** The rules: who is on a page, what can be issued to them, and issuing it. Methods throw FailureError. */
export type TapService = {
  /** What the panel on this page may show; answers from a reading of the last minute where there is one. */
  readTarget(page: UserPage): Promise<Target>;
  /** Issues one pass to `userId`, who must be the user on `page`. Makes one POST. */
  issuePass(page: UserPage, order: { userId: string; wish: Wish }): Promise<IssuedPass>;
  /** Forgets the secret of the pass issued to this user. */
  dismissPass(userId: string): Promise<void>;
};

/** One look at a user, with whose eyes. */
type Sight = {
  user: GraphUser;
  admin: string;
  organization: Organization;
  passes: Pass[] | 'unknown';
  policy: TapPolicy | 'unknown';
};

type Tools = {
  auth: Pick<Auth, 'getToken'>;
  graphOf: (tenantId: string) => Graph;
  issuedPasses: IssuedPasses;
  now?: () => number;
};

const freshForMilliseconds = 60_000;
const policyFreshForMilliseconds = 5 * 60_000;

/** Puts the rules to work on one cloud. State is a cache only: a new worker starts with none. */
export function createTapService({ auth, graphOf, issuedPasses, now = Date.now }: Tools): TapService {
  const sights = new Map<string, { at: number; sight: Promise<Sight> }>();
  const organizations = new Map<string, Organization>();
  const policies = new Map<string, { at: number; policy: TapPolicy | 'unknown' }>();
  const issuing = new Set<string>();

  async function look(page: UserPage): Promise<Sight> {
    const { account } = await auth.getToken({ ...tenantOf(page), scopes });
    const { tenantId, username: admin } = account;
    const graph = graphOf(tenantId);
    try {
      const userId = page.userId ?? (await graph.readUserByName(page.userPrincipalName ?? '')).id;
      const known = policies.get(tenantId);
      const policyIsFresh = known !== undefined && now() - known.at < policyFreshForMilliseconds;
      const reading = await graph.readTarget(userId.toLowerCase(), {
        policy: !policyIsFresh,
        organization: !organizations.has(tenantId),
      });
      if (reading.policy) policies.set(tenantId, { at: now(), policy: reading.policy });
      if (reading.organization) organizations.set(tenantId, reading.organization);
      const organization = organizations.get(tenantId) as Organization;
      assertTenant(page, organization);
      const { user, passes } = reading;
      return { user, passes, admin, organization, policy: policies.get(tenantId)?.policy ?? 'unknown' };
    } catch (error) {
      throw withPlace(error, organizations.get(tenantId)?.displayName ?? tenantId, admin);
    }
  }

  /** Shares one look between everybody who asks for the same page, for a minute. */
  function sightOf(page: UserPage): Promise<Sight> {
    const key = keyOf(page);
    const known = sights.get(key);
    if (known && now() - known.at < freshForMilliseconds) return known.sight;
    const sight = look(page);
    sights.set(key, { at: now(), sight });
    // A failure is not knowledge: the next question looks again.
    sight.catch(() => sights.get(key)?.sight === sight && sights.delete(key));
    return sight;
  }

  async function targetOf({ user, admin, organization, passes, policy }: Sight): Promise<Target> {
    const type = externalUserType(user, organization.verifiedDomains);
    // What can't be proved of a guest is left to Graph; of anybody else it is nobody's panel.
    const isGuest = user.userType?.toLowerCase() === 'guest';
    if (type !== 'internalGuest' && !(type === 'uncertain' && isGuest))
      return { state: 'notInternalGuest', externalUserType: type };
    const listed = passes === 'unknown' ? undefined : passes[0];
    const issued = await issuedPasses.find(user.id, listed);
    return {
      state: 'ready',
      guest: {
        id: user.id,
        displayName: user.displayName ?? user.userPrincipalName,
        userPrincipalName: user.userPrincipalName,
        externalUserType: type,
        accountEnabled: user.accountEnabled ?? true,
      },
      tenant: { id: organization.id, displayName: organization.displayName },
      admin,
      policy,
      ...(listed ? { pass: listed } : {}),
      ...(issued ? { issued } : {}),
    };
  }

  return {
    async readTarget(page) {
      try {
        return await targetOf(await sightOf(page));
      } catch (error) {
        if (!(error instanceof FailureError) || error.failure.code !== 'signInRequired') throw error;
        return { state: 'signInRequired', ...tenantOf(page) };
      }
    },

    async issuePass(page, { userId, wish }) {
      const sight = await sightOf(page);
      // Security: the user on the admin's screen is the user in the tab's address, or nothing happens.
      if (sight.user.id !== userId) throw new FailureError({ code: 'targetMoved' });
      const target = await targetOf(sight);
      if (target.state !== 'ready') throw new FailureError({ code: 'notInternalGuest' });
      if (issuing.has(userId)) throw new FailureError({ code: 'issueInProgress' });
      issuing.add(userId);
      const tenantId = sight.organization.id;
      const graph = graphOf(tenantId);
      const clientRequestId = crypto.randomUUID();
      try {
        const created = await graph.createPass(userId, wish, clientRequestId);
        const issued = { ...created, userId, clientRequestId };
        await issuedPasses.keep(issued);
        return issued;
      } catch (error) {
        if (error instanceof FailureError && error.failure.code === 'policyDisallows')
          policies.delete(tenantId);
        throw await settle(error, graph, userId, sight.passes);
      } finally {
        issuing.delete(userId);
        sights.delete(keyOf(page));
      }
    },

    dismissPass: (userId) => issuedPasses.forget(userId),
  };
}

/** After a lost answer: what Graph lists now tells whether a pass was made whose code nobody saw. */
async function settle(
  error: unknown,
  graph: Graph,
  userId: string,
  before: Pass[] | 'unknown',
): Promise<unknown> {
  if (!(error instanceof FailureError) || error.failure.code !== 'outcomeUnknown' || before === 'unknown')
    return error;
  try {
    const after = await graph.listPasses(userId);
    const isNew = after.some(({ id }) => !before.some((pass) => pass.id === id));
    return new FailureError({ ...error.failure, code: isNew ? 'passLost' : 'noPassMade' });
  } catch {
    return error;
  }
}

/** Wrong tenant: the page names a domain that the signed-in tenant does not own. */
function assertTenant({ tenantHint }: UserPage, { id, verifiedDomains }: Organization): void {
  if (tenantHint && tenantHint !== id && !verifiedDomains.includes(tenantHint))
    throw new FailureError({ code: 'signInRequired' });
}

/** Tells where somebody was not found. */
function withPlace(error: unknown, tenant: string, admin: string): unknown {
  if (!(error instanceof FailureError) || error.failure.code !== 'userNotFound') return error;
  return new FailureError({ ...error.failure, values: { tenant, admin, ...error.failure.values } });
}

const tenantOf = ({ tenantHint }: UserPage) => (tenantHint ? { tenant: tenantHint } : {});
const keyOf = ({ cloud, tenantHint, userId, userPrincipalName }: UserPage) =>
  [cloud, tenantHint, userId, userPrincipalName].join('|');
