import type { Auth } from './auth';
import { FailureError } from './failures';
import type { Graph } from './graph';
import type { Organization } from './graph-target';
import { guestOf } from './guest-of';
import type { Guest, Pass, Tenant, Whom } from './messages';
import { assertOneTenant, type Place, tenantToAsk } from './page-tenant';
import { methodToRegister, type RegisterMethod } from './register-methods';
import { scopesFor } from './scopes';
import { isolatedText } from './shown-text';
import type { TapPolicy } from './tap-policy';
import { isOutOfScope, policyGroups, scopeOf, type TapScope } from './tap-scope';
import type { Policies, TenantKnowledge } from './tenant-knowledge';

/** One look at a user, with whose eyes. */
export type Sight = {
  guest: Guest;
  /** Whether this is somebody for whom the panel stands there. */
  isForPass: boolean;
  tenant: Tenant;
  admin: string;
  passes: Pass[] | 'unknown';
  policy: TapPolicy | 'unknown';
  scope: TapScope;
  register: RegisterMethod;
  /** When the look began, in milliseconds on a clock that nobody sets. */
  at: number;
};

/** Looks at the users of pages. What is kept of users is a cache only: a new worker starts with none. */
export type Sights = {
  /** Who is on this page, as Graph says; at most a minute old. Throws FailureError. */
  of(page: Place): Promise<Sight>;
  /** The same, if it is this user in this tenant; throws `targetMoved` otherwise. */
  confirm(page: Place, whom: Whom): Promise<Sight>;
  /** What was seen of this user is no longer true, by whatever name; a look still under way goes once it is back. */
  forget(userId: string): void;
  /** What was read of this tenant's policy is no longer true. */
  forgetPolicy(tenantId: string): void;
  /** The tenant's name if a look has told it, else its id. */
  nameOf(tenantId: string): string;
};

type Tools = {
  auth: Pick<Auth, 'getToken'>;
  graphOf: (tenantId: string) => Graph;
  knowledge: TenantKnowledge;
  /** `tenantLock`: the one tenant (GUID or domain) allowed, empty for any. */
  settings?: { tenantLock?: string; showForMembers?: boolean };
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Milliseconds on a clock that nobody sets. */
  ticks?: () => number;
};

const freshForMilliseconds = 60_000;
/** That the policy refuses somebody stops the admin, who may be changing it in the next tab. */
const refusalFreshForMilliseconds = 2_000;

/** Opens the eyes of one app in one cloud. */
export function createSights(tools: Tools): Sights {
  const { auth, graphOf, knowledge, settings = {}, now = Date.now, ticks = () => performance.now() } = tools;
  const { tenantLock = '', showForMembers = false } = settings;
  const sights = new Map<string, { at: number; freshFor: number; sight: Promise<Sight> }>();
  const nameOf = (tenantId: string) => knowledge.organizationOf(tenantId)?.displayName ?? tenantId;
  /** A clock may be set back: what is from the future is as old as can be. */
  const isFresh = (at: number, freshFor: number) => now() >= at && now() - at < freshFor;
  const namesOf = (id: string) => knowledge.organizationOf(id) ?? { id, verifiedDomains: [tenantLock] };

  async function look(page: Place): Promise<Sight> {
    const tenant = tenantToAsk(page, tenantLock);
    const { account } = await auth.getToken({ ...(tenant ? { tenant } : {}), scopes: scopesFor('issue') });
    try {
      return await lookInto(account.tenantId, account.username, page);
    } catch (error) {
      // Somebody of another tenant is nobody in this one: that the tenant is locked says more.
      if (tenantLock) assertOneTenant(page, namesOf(account.tenantId), tenantLock);
      throw withPlace(error, nameOf(account.tenantId), account.username);
    }
  }

  async function lookInto(tenantId: string, admin: string, page: Place): Promise<Sight> {
    const at = ticks();
    const graph = graphOf(tenantId);
    const userId = (
      page.userId ?? (await graph.readUserByName(page.userPrincipalName ?? '')).id
    ).toLowerCase();
    const { organization: kept, policies: known } = await knowledge.recall(tenantId);
    const reading = await graph.readTarget(userId, {
      policy: !known,
      organization: !kept,
      groups: known ? groupsOf(known) : [],
    });
    // Security: a reply about anybody else, or from elsewhere, is none.
    if (reading.user.id.toLowerCase() !== userId || (reading.organization?.id ?? tenantId) !== tenantId)
      throw new FailureError({
        code: 'graphUnavailable',
        detail: 'The reply is about another user or tenant.',
      });
    const organization = reading.organization ?? (kept as Organization);
    const { policy: tap = 'unknown', passkeyPolicy: passkey = 'unknown' } = reading;
    const current = known ?? { tap, passkey };
    if (!kept || !known) knowledge.learn(tenantId, { organization, ...(known ? {} : { policies: current }) });
    const groups = groupsOf(current);
    // Which groups matter is known only with the policy: the first look in a tenant takes a second round trip.
    const memberOf =
      reading.memberOf ?? (groups.length > 0 ? await graph.checkMemberGroups(userId, groups) : []);
    const scope = scopeOf(current.tap, userId, memberOf);
    if (isOutOfScope(scope)) knowledge.forgetPolicies(tenantId);
    const { id, displayName, verifiedDomains } = organization;
    const guest = guestOf(reading.user, verifiedDomains);
    return {
      guest,
      isForPass: isForPass(guest, reading.user.userType),
      tenant: { id, displayName },
      admin,
      passes: reading.passes,
      policy: current.tap,
      scope,
      register: methodToRegister({ passkeyPolicyScope: scopeOf(current.passkey, userId, memberOf) }),
      at,
    };
  }

  function isForPass({ externalUserType: type }: Guest, userType: string | null | undefined): boolean {
    if (type === 'internalMember') return showForMembers;
    // What can't be proved of a guest is left to Graph; of anybody else it is nobody's panel.
    return type === 'internalGuest' || (type === 'uncertain' && userType?.toLowerCase() === 'guest');
  }

  /** Shares one look between everybody who asks for the same user and tenant, for a minute. */
  function recent(page: Place): Promise<Sight> {
    const key = keyOf(page, tenantToAsk(page, tenantLock));
    const known = sights.get(key);
    if (known && isFresh(known.at, known.freshFor)) return known.sight;
    const entry = { at: now(), freshFor: freshForMilliseconds, sight: look(page) };
    sights.set(key, entry);
    entry.sight.then(
      ({ tenant, scope }) => {
        if (sights.get(key) !== entry) return;
        if (isOutOfScope(scope)) entry.freshFor = now() - entry.at + refusalFreshForMilliseconds;
        // The portal may name the same tenant by its id a moment later.
        sights.set(keyOf(page, tenant.id), entry);
      },
      // A failure is not knowledge: the next question looks again.
      () => sights.get(key) === entry && sights.delete(key),
    );
    return entry.sight;
  }

  async function of(page: Place): Promise<Sight> {
    const sight = await recent(page);
    assertOneTenant(page, knowledge.organizationOf(sight.tenant.id) as Organization, tenantLock);
    return sight;
  }

  return {
    of,
    async confirm(page, { userId, tenantId }) {
      const sight = await of(page);
      // Security: user and tenant on the admin's screen are those of the tab, or nothing happens.
      if (sight.guest.id !== userId || sight.tenant.id !== tenantId)
        throw new FailureError({ code: 'targetMoved' });
      return sight;
    },
    forget(userId) {
      for (const [key, { sight }] of sights)
        sight.then(
          ({ guest }) => guest.id === userId && sights.get(key)?.sight === sight && sights.delete(key),
          () => {},
        );
    },
    forgetPolicy(tenantId) {
      knowledge.forgetPolicies(tenantId);
      // Every look carries the policy, and whether its user is in scope; under which keys this tenant's stand is not known.
      sights.clear();
    },
    nameOf,
  };
}

/** The groups that decide who may have a pass, and who a passkey. */
function groupsOf({ tap, passkey }: Policies): string[] {
  const policies = [tap, passkey].filter((policy) => policy !== 'unknown');
  return [...new Set(policies.flatMap(policyGroups))];
}

/** Tells where somebody was not found. */
function withPlace(error: unknown, tenant: string, admin: string): unknown {
  if (!(error instanceof FailureError) || error.failure.code !== 'userNotFound') return error;
  return new FailureError({
    ...error.failure,
    values: { tenant: isolatedText(tenant), admin, ...error.failure.values },
  });
}

const keyOf = ({ userId, userPrincipalName }: Place, tenant = '') =>
  `${tenant}|${userId ?? userPrincipalName}`;
