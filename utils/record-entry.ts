import * as v from 'valibot';

const instant = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'not a date'),
);
const text = v.string();

/**
 * One order as this browser remembers it. Security: a closed list of fields, none of which can be the pass;
 * reading by it drops every other field.
 */
export const recordEntry = v.object({
  id: text,
  /** When it was begun: ISO 8601 in UTC. */
  at: instant,
  action: v.picklist(['issue', 'replace', 'revoke', 'changePolicy']),
  /** User principal name of the signed-in admin. */
  admin: text,
  tenant: v.object({ id: text, displayName: text }),
  /** Missing where the whole tenant was meant. */
  guest: v.exactOptional(v.object({ id: text, userPrincipalName: text, displayName: text })),
  /** What was asked for; once it is done, what Microsoft Graph made of it. */
  options: v.object({
    lifetimeInMinutes: v.exactOptional(v.number()),
    isUsableOnce: v.exactOptional(v.boolean()),
    startDateTime: v.exactOptional(instant),
  }),
  /** The admin's reason or ticket number. */
  reason: v.exactOptional(text),
  clientRequestId: v.exactOptional(text),
  requestId: v.exactOptional(text),
  /** `notDone`: nothing has changed. `lost`: nobody was told how it ended. */
  outcome: v.picklist(['underWay', 'done', 'notDone', 'lost']),
  /** Code of `utils/failures.ts`, in the words of the version that wrote it. */
  failure: v.exactOptional(text),
});

/** The type of what `recordEntry` lets through. */
export type RecordEntry = v.InferOutput<typeof recordEntry>;
