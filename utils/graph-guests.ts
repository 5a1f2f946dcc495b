import * as v from 'valibot';
import { parsed, succeeded } from './graph-answer';
import { type GraphUser, userFields, userReply } from './graph-replies';
import type { Send } from './graph-send';
import { type Organization, organizationOf, organizationPath } from './graph-target';

/** Guests by name, and the tenant they are in. Least delegated permission: User.Read.All. */
export type GraphGuests = {
  /**
   * The first 100 users of type Guest, external ones too, with words of their display name that begin as those of
   * `text`, or a user principal name that begins so, by name; `more` says that there are others. None for a text
   * without letters and digits.
   * https://learn.microsoft.com/graph/search-query-parameter, https://learn.microsoft.com/graph/aad-advanced-queries
   */
  searchGuests(text: string): Promise<{ users: GraphUser[]; more: boolean }>;
  /** The tenant the token is for. https://learn.microsoft.com/graph/api/organization-list */
  readOrganization(): Promise<Organization>;
};

const usersReply = v.object({ value: v.array(userReply), '@odata.nextLink': v.nullish(v.string()) });

/** The part of Graph that finds guests. */
export function createGraphGuests(send: Send): GraphGuests {
  return {
    async searchGuests(text) {
      // Half a character can't be sent. The clauses stand in quotes: a quote inside would end them, a backslash would
      // swallow the next character.
      const wanted = text
        .replace(/\p{Cs}/gu, '')
        .trim()
        .replace(/["\\]/g, '\\$&');
      // Nothing to look for, and so no telling what Graph would find.
      if (!/[\p{L}\p{N}]/u.test(wanted)) return { users: [], more: false };
      const query = {
        search: `"displayName:${wanted}" OR "userPrincipalName:${wanted}"`,
        filter: "userType eq 'Guest'",
        select: userFields,
        orderby: 'displayName',
        top: '100',
        count: 'true',
      };
      const path = `/users?${Object.entries(query)
        .map(([name, value]) => `$${name}=${encodeURIComponent(value)}`)
        .join('&')}`;
      const reply = await send('get', path, { headers: { ConsistencyLevel: 'eventual' } });
      const { value, '@odata.nextLink': next } = parsed(
        usersReply,
        succeeded(reply, { 403: 'directoryDenied' }),
      );
      return { users: value, more: Boolean(next) };
    },

    async readOrganization() {
      return organizationOf(succeeded(await send('get', organizationPath)));
    },
  };
}
