import * as v from 'valibot';
import { parsed, succeeded } from './graph-answer';
import { userPath } from './graph-ids';
import { instant } from './graph-replies';
import type { Send } from './graph-send';
import { methodTypes, type RegisteredMethod } from './registered-methods';
import { shownText } from './shown-text';

/** Everything a user can sign in with. */
export type GraphMethods = {
  /**
   * Least delegated permission: UserAuthenticationMethod.Read.All. Graph refuses a missing permission in the same words
   * as a missing role (`roleMissing`); a permission that is not granted fails before, with the token.
   * https://learn.microsoft.com/graph/api/authentication-list-methods
   */
  readMethods(userId: string): Promise<RegisteredMethod[]>;
};

const text = v.nullish(v.string());

// Secrets that Graph never sends (`password`, `secretKey`, the code of a pass) are not even named here.
const methodsReply = v.object({
  value: v.array(
    v.object({
      '@odata.type': text,
      id: v.string(),
      createdDateTime: v.nullish(instant),
      displayName: text,
      model: text,
      passkeyType: text,
      aaGuid: text,
      platform: text,
      phoneType: text,
      phoneNumber: text,
    }),
  ),
});

/** The part of Graph that lists methods. */
export function createGraphMethods(send: Send): GraphMethods {
  return {
    async readMethods(userId) {
      const reply = await send('get', `${userPath(userId)}/authentication/methods`);
      return parsed(methodsReply, succeeded(reply)).value.map(methodOf);
    },
  };
}

type Listed = v.InferOutput<typeof methodsReply>['value'][number];

function methodOf({ '@odata.type': odataType, id, ...listed }: Listed): RegisteredMethod {
  const name = /^#microsoft\.graph\.(\w+)AuthenticationMethod$/.exec(odataType ?? '')?.[1];
  const type = methodTypes.find((known) => known === name) ?? 'unknown';
  const { aaGuid } = listed;
  return {
    id,
    type,
    ...(type === 'unknown' && odataType ? { odataType: shownText(odataType) } : {}),
    ...present(listed),
    ...(aaGuid ? { aaGuid: aaGuid.toLowerCase() } : {}),
    ...(type === 'microsoftAuthenticator' ? { isPhoneSignIn: listed.createdDateTime != null } : {}),
  };
}

type Present<Value> = { [Name in keyof Value]?: NonNullable<Value[Name]> };

/** The properties that have a value, as they may be shown. */
const present = <Value extends object>(value: Value) =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, property]) =>
      property == null ? [] : [[name, typeof property === 'string' ? shownText(property) : property]],
    ),
  ) as Present<Value>;
