import * as v from 'valibot';
import { parsed, succeeded, unknownUnder } from './graph-answer';
import { errorMessageOf } from './graph-failure';
import { userPath } from './graph-ids';
import type { Send } from './graph-send';
import { shownText } from './shown-text';

/** Somebody to tell. A sponsor may be a group and a manager a contact: these have no user principal name. */
export type Person = { displayName: string; mail?: string; userPrincipalName?: string };

/** Who answers for a guest. Least delegated permission: User.Read.All. */
export type GraphPeople = {
  /** Undefined where there is none. https://learn.microsoft.com/graph/api/user-list-manager */
  readManager(userId: string): Promise<Person | undefined>;
  /**
   * `unknown` without a role that may read sponsors, such as Guest Inviter or Directory Readers.
   * https://learn.microsoft.com/graph/api/user-list-sponsors
   */
  readSponsors(userId: string): Promise<Person[] | 'unknown'>;
};

const fields = 'displayName,mail,userPrincipalName';
const text = v.nullish(v.string());
const personReply = v.object({ displayName: text, mail: text, userPrincipalName: text });
const peopleReply = v.object({ value: v.array(personReply) });

/** The part of Graph that knows who answers for whom. */
export function createGraphPeople(send: Send): GraphPeople {
  return {
    async readManager(userId) {
      const reply = await send('get', `${userPath(userId)}/manager?$select=${fields}`);
      // The same status says that there is no such user; only the text tells them apart.
      if (reply.status === 404 && /'manager' does not exist/i.test(errorMessageOf(reply))) return undefined;
      return personOf(parsed(personReply, succeeded(reply)));
    },

    async readSponsors(userId) {
      const reply = await send('get', `${userPath(userId)}/sponsors?$select=${fields}`);
      return unknownUnder([403], reply, (body) =>
        parsed(peopleReply, body).value.flatMap((person) => personOf(person) ?? []),
      );
    },
  };
}

/** Undefined for somebody of whom nothing may be read: Graph sends nulls then. */
function personOf({
  displayName,
  mail,
  userPrincipalName,
}: v.InferOutput<typeof personReply>): Person | undefined {
  const name = shownText(displayName || userPrincipalName || mail || '');
  if (!name) return undefined;
  return {
    displayName: name,
    ...(mail && isOneAddress(mail) ? { mail } : {}),
    ...(userPrincipalName ? { userPrincipalName: shownText(userPrincipalName) } : {}),
  };
}

/** Security: a draft goes to nobody whose address can't be read as it is, or would be taken for several. */
const isOneAddress = (mail: string) =>
  shownText(mail) === mail && /^[^\s,;:<>"()@]+@[^\s,;:<>"()@]+$/.test(mail);
