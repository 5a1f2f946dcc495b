import * as v from 'valibot';
import { parsed, unknownUnder } from './graph-answer';
import type { GraphReply } from './graph-failure';
import { groupIdsAmong, userPath } from './graph-ids';
import { chunksOf, type SendBatch, type Step } from './graph-send';

/** Who is in which group. */
export type GraphMemberships = {
  /**
   * Those of `groupIds` that hold the user, directly or through other groups; `unknown` where the admin may not see
   * it. Least delegated permission: User.Read.All, which the main flow has; the page wants GroupMember.Read.All too.
   * https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups
   */
  checkMemberGroups(userId: string, groupIds: readonly string[]): Promise<string[] | 'unknown'>;
};

const mostInOneCheck = 20;
const membershipReply = v.object({ value: v.array(v.string()) });

/** The steps of a batch that ask for memberships; none when there is no group to ask for. */
export function membershipSteps(userId: string, groupIds: readonly string[]): Record<string, Step> {
  const url = `${userPath(userId)}/checkMemberGroups` as const;
  return Object.fromEntries(
    chunksOf(groupIdsAmong(groupIds), mostInOneCheck).map((chunk, index) => [
      `memberOf${index}`,
      { method: 'POST', url, body: { groupIds: chunk } },
    ]),
  );
}

/** What the replies to `steps` say of `groupIds`. One reply that is withheld leaves all of it unknown. */
export function membershipsFrom(
  replyOf: (name: string) => GraphReply,
  steps: Record<string, Step>,
  groupIds: readonly string[],
): string[] | 'unknown' {
  // Nothing public says what Graph answers for a group that is gone. Left out of the answer, it is no membership; a
  // 404 for the whole check says nothing about the others.
  const parts = Object.keys(steps).map((name) =>
    unknownUnder([403, 404], replyOf(name), (body) => parsed(membershipReply, body).value),
  );
  if (parts.includes('unknown')) return 'unknown';
  const found = new Set(parts.flat().map((id) => id.toLowerCase()));
  return groupIds.filter((id) => found.has(id.toLowerCase()));
}

/** The part of Graph that knows memberships. */
export function createGraphMemberships(sendBatch: SendBatch): GraphMemberships {
  return {
    async checkMemberGroups(userId, groupIds) {
      const steps = membershipSteps(userId, groupIds);
      return membershipsFrom(await sendBatch(steps), steps, groupIds);
    },
  };
}
