import type { Auth } from './auth';
import { FailureError } from './failures';
import type { Graph } from './graph';
import type { Organization } from './graph-target';
import { guestOf } from './guest-of';
import type { FoundGuests } from './messages';
import { type Place, tenantToAsk } from './page-tenant';
import { scopesFor } from './scopes';
import type { Settings } from './setting-schemas';

/** Finds internal guests by what an admin types. Throws FailureError. */
export type GuestSearch = {
  /** In the tenant of `page`, if there is one, else where the admin signed in last. A newer search ends an older one. */
  searchGuests(page: Place | undefined, text: string): Promise<Omit<FoundGuests, 'cloud'>>;
};

type Tools = {
  auth: Pick<Auth, 'getToken'>;
  graphOf: (tenantId: string, ended: AbortSignal) => Pick<Graph, 'searchGuests' | 'readOrganization'>;
  settings: Pick<Settings, 'tenantLock'>;
};

/** Searches the tenants of one cloud. What it finds is a list to choose from: a panel looks for itself. */
export function createGuestSearch({ auth, graphOf, settings }: Tools): GuestSearch {
  const organizations = new Map<string, Organization>();
  let underWay = new AbortController();

  return {
    async searchGuests(page, text) {
      underWay.abort(
        new FailureError({ code: 'unexpected', detail: 'Another search took the place of this one.' }),
      );
      underWay = new AbortController();
      const { signal } = underWay;
      const tenant = tenantToAsk(page ?? {}, settings.tenantLock);
      const { account } = await auth.getToken({
        ...(tenant ? { tenant } : {}),
        scopes: scopesFor('issue'),
      });
      signal.throwIfAborted();
      const { tenantId, username } = account;
      const graph = graphOf(tenantId, signal);
      const [organization, { users, more }] = await Promise.all([
        organizations.get(tenantId) ?? graph.readOrganization(),
        graph.searchGuests(text),
      ]);
      organizations.set(tenantId, organization);
      const { id, displayName, verifiedDomains } = organization;
      const found = users.map((user) => guestOf(user, verifiedDomains));
      const isOneOf =
        (...types: string[]) =>
        ({ externalUserType }: (typeof found)[number]) =>
          types.includes(externalUserType);
      return {
        tenant: { id, displayName },
        admin: username,
        guests: found.filter(isOneOf('internalGuest', 'uncertain')),
        external: found.filter(isOneOf('b2bCollaborationGuest', 'b2bCollaborationMember')).length,
        more,
      };
    },
  };
}
