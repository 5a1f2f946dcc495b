import { FailureError } from './failures';

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Security: users are addressed by object id, so that no text of a page can bend a path. */
export function userPath(userId: string): `/users/${string}` {
  if (!objectId.test(userId)) throw new FailureError({ code: 'userNotFound' });
  return `/users/${userId}`;
}

/** Path of a user's passes, or of one of them. Security: an id is nothing but hexadecimal digits and hyphens. */
export function passPath(userId: string, passId?: string): string {
  const passes = `${userPath(userId)}/authentication/temporaryAccessPassMethods`;
  if (passId === undefined) return passes;
  if (!objectId.test(passId.toLowerCase()))
    throw new FailureError({ code: 'unexpected', detail: 'This is not the id of a pass.' });
  return `${passes}/${passId}`;
}

/** The object ids among what a policy calls groups, in lower case and each once: `all_users` is no group. */
export function groupIdsAmong(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))].filter((id) => objectId.test(id));
}
