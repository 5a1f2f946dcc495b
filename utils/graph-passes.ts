import { acted, done, parsed, succeeded } from './graph-answer';
import { passPath } from './graph-ids';
import { createdPassReply, passesReply } from './graph-replies';
import type { Send } from './graph-send';
import type { Pass, Wish } from './messages';

/** A pass just made, with its secret. */
export type CreatedPass = Pass & { temporaryAccessPass: string };

/** Temporary Access Passes of one user. A user has one at most. */
export type GraphPasses = {
  /** https://learn.microsoft.com/graph/api/authentication-list-temporaryaccesspassmethods */
  listPasses(userId: string): Promise<Pass[]>;
  /**
   * One POST, never repeated by itself but after a 429, when Graph did nothing. A lost answer throws
   * `outcomeUnknown`; a tenant that does not replace a pass by itself, `passExists`.
   * https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods
   */
  createPass(userId: string, wish: Wish, clientRequestId: string): Promise<CreatedPass>;
  /**
   * One DELETE, repeated after a 429 only. `gone` when there was no such pass any more. A lost answer throws
   * `outcomeUnknown`.
   * https://learn.microsoft.com/graph/api/temporaryaccesspassauthenticationmethod-delete
   */
  deletePass(userId: string, passId: string, clientRequestId?: string): Promise<'deleted' | 'gone'>;
};

/** The part of Graph that lists, makes and deletes passes. */
export function createGraphPasses(send: Send): GraphPasses {
  return {
    async listPasses(userId) {
      return parsed(passesReply, succeeded(await send('get', passPath(userId)))).value;
    },

    createPass(userId, wish, clientRequestId) {
      return acted(clientRequestId, async () => {
        const headers = { 'client-request-id': clientRequestId };
        const reply = await send('post', passPath(userId), { body: wish, headers });
        return parsed(createdPassReply, succeeded(reply, { 409: 'passExists' }));
      });
    },

    deletePass(userId, passId, clientRequestId = crypto.randomUUID()) {
      return acted(clientRequestId, async () => {
        const headers = { 'client-request-id': clientRequestId };
        const reply = await send('delete', passPath(userId, passId), { headers });
        if (reply.status === 404) return 'gone';
        done(reply);
        return 'deleted';
      });
    },
  };
}
