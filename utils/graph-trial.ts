import { parsed, succeeded } from './graph-answer';
import { passPath } from './graph-ids';
import { type GraphUser, passesReply, userFields, usersReply } from './graph-replies';
import type { SendBatch, Step } from './graph-send';
import { type Organization, organizationOf, organizationPath } from './graph-target';

/** What can be tried without knowing anybody. */
export type GraphTrial = {
  /**
   * The tenant, and up to 100 of its guests of all kinds. Least delegated permission: User.Read.All.
   * https://learn.microsoft.com/graph/api/user-list
   */
  readSomeGuests(): Promise<{ organization: Organization; guests: GraphUser[] }>;
  /**
   * Lists the passes of these users (20 at most), and throws the first refusal where none of them may be seen:
   * of a guest with an administrator's role fewer admins may.
   */
  tryPasses(userIds: readonly string[]): Promise<void>;
};

const guestsPath = `/users?$filter=${encodeURIComponent("userType eq 'Guest'")}&$top=100&$select=${userFields}`;

/** The part of Graph that finds somebody to try it with. */
export function createGraphTrial(sendBatch: SendBatch): GraphTrial {
  return {
    async readSomeGuests() {
      const replyOf = await sendBatch({ organization: get(organizationPath), guests: get(guestsPath) });
      return {
        organization: organizationOf(succeeded(replyOf('organization'))),
        guests: parsed(usersReply, succeeded(replyOf('guests'))).value,
      };
    },

    async tryPasses(userIds) {
      const replyOf = await sendBatch(Object.fromEntries(userIds.map((id) => [id, get(passPath(id))])));
      const replies = userIds.map(replyOf);
      const reply = replies.find(({ status }) => status === 200) ?? replies[0];
      if (reply) parsed(passesReply, succeeded(reply));
    },
  };
}

const get = (url: string): Step => ({ method: 'GET', url });
