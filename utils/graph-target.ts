import { FailureError } from './failures';
import { parsed, succeeded, unknownUnder } from './graph-answer';
import type { GraphReply } from './graph-failure';
import { passPath, userPath } from './graph-ids';
import { membershipSteps, membershipsFrom } from './graph-memberships';
import { passkeyPolicyPath, tapPolicyPath } from './graph-policy';
import {
  type GraphUser,
  organizationsReply,
  passesReply,
  passkeyPolicyReply,
  tapPolicyReply,
  userFields,
  userReply,
} from './graph-replies';
import type { Send, SendBatch, Step } from './graph-send';
import type { Pass } from './messages';
import { isolatedText, shownText } from './shown-text';
import type { MethodPolicy, TapPolicy } from './tap-policy';

/** The tenant a token is for, as Graph names it. */
export type Organization = { id: string; displayName: string; verifiedDomains: string[] };

/** What one round trip tells of a user. Parts that were not asked for are missing. */
export type Reading = {
  user: GraphUser;
  /** `unknown` where the admin may not list passes. */
  passes: Pass[] | 'unknown';
  /** `unknown` where the admin may not read the policy. */
  policy?: TapPolicy | 'unknown';
  /** Whether the tenant lets this user have a passkey; comes with `policy`. */
  passkeyPolicy?: MethodPolicy | 'unknown';
  organization?: Organization;
  /** Those of the groups asked for that hold the user; `unknown` where the admin may not see it. */
  memberOf?: string[] | 'unknown';
};

/** Who stands on a page. */
export type GraphTarget = {
  /** One user by user principal name. https://learn.microsoft.com/graph/api/user-get */
  readUserByName(userPrincipalName: string): Promise<GraphUser>;
  /** User, passes and, where wanted, policies, organization and memberships in one `$batch`. */
  readTarget(
    userId: string,
    also: { policy: boolean; organization: boolean; groups?: readonly string[] },
  ): Promise<Reading>;
};

/** The part of Graph that reads a user with what is around them. */
export function createGraphTarget(send: Send, sendBatch: SendBatch): GraphTarget {
  return {
    async readUserByName(userPrincipalName) {
      // A `#` (every B2B name has one) would end the path.
      const path = `/users/${encodeURIComponent(userPrincipalName)}?$select=${userFields}`;
      return parsed(userReply, succeeded(await send('get', path)));
    },

    async readTarget(userId, { policy, organization, groups = [] }) {
      const checks = membershipSteps(userId, groups);
      const replyOf = await sendBatch({
        user: get(`${userPath(userId)}?$select=${userFields}`),
        passes: get(passPath(userId)),
        ...(policy ? { policy: get(tapPolicyPath), passkeyPolicy: get(passkeyPolicyPath) } : {}),
        ...(organization
          ? { organization: get('/organization?$select=id,displayName,verifiedDomains') }
          : {}),
        ...checks,
      });
      const place = organization ? organizationOf(succeeded(replyOf('organization'))) : undefined;
      return {
        user: userOf(replyOf('user'), place),
        passes: unknownUnder([403], replyOf('passes'), (body) => parsed(passesReply, body).value),
        ...(policy
          ? {
              policy: unknownUnder([403, 404], replyOf('policy'), (body) => parsed(tapPolicyReply, body)),
              passkeyPolicy: unknownUnder([403, 404], replyOf('passkeyPolicy'), (body) =>
                parsed(passkeyPolicyReply, body),
              ),
            }
          : {}),
        ...(place ? { organization: place } : {}),
        ...(groups.length > 0 ? { memberOf: membershipsFrom(replyOf, checks, groups) } : {}),
      };
    },
  };
}

const get = (url: string): Step => ({ method: 'GET', url });

/** The user of a reply; a failure names the place where something was not found, if that is known. */
function userOf(reply: GraphReply, place: Organization | undefined): GraphUser {
  try {
    return parsed(userReply, succeeded(reply));
  } catch (error) {
    if (!place || !(error instanceof FailureError)) throw error;
    const { failure } = error;
    throw new FailureError({
      ...failure,
      values: { tenant: isolatedText(place.displayName), ...failure.values },
    });
  }
}

/** The tenant, of the reply that lists it. */
export function organizationOf(body: unknown): Organization {
  const [organization] = parsed(organizationsReply, body).value;
  const { id, displayName, verifiedDomains } = organization;
  return {
    id: id.toLowerCase(),
    displayName: shownText(displayName ?? '') || id,
    verifiedDomains: verifiedDomains.map(({ name }) => name.toLowerCase()),
  };
}
