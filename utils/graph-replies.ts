import * as v from 'valibot';

/** Fields of a user that Guestpass reads; most come only when asked for. */
export const userFields =
  'id,displayName,userPrincipalName,mail,preferredLanguage,userType,creationType,externalUserState,identities,accountEnabled';

const text = v.nullish(v.string());

/** A user: https://learn.microsoft.com/graph/api/resources/user */
export const userReply = v.object({
  id: v.pipe(v.string(), v.uuid()),
  displayName: text,
  userPrincipalName: v.string(),
  mail: text,
  /** An ISO 639-1 code, with or without a region: `es-ES`. */
  preferredLanguage: text,
  userType: text,
  creationType: text,
  externalUserState: text,
  identities: v.nullish(v.array(v.object({ signInType: text, issuer: text, issuerAssignedId: text }))),
  accountEnabled: v.nullish(v.boolean()),
});
/** Users, the first page of them: https://learn.microsoft.com/graph/api/user-list */
export const usersReply = v.object({ value: v.array(userReply) });
export type GraphUser = v.InferOutput<typeof userReply>;

/** Far beyond what Graph allows (30 days); more would lead past the end of time, where no date can be shown. */
const mostMinutes = 10_000_000;
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostMinutes));

/** A moment in ISO 8601, in UTC. */
export const instant = v.pipe(
  v.string(),
  v.check((value) => /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)), 'not a date'),
);

/** A pass as it is listed: https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod */
export const passReply = v.object({
  id: v.string(),
  createdDateTime: v.exactOptional(instant),
  startDateTime: instant,
  lifetimeInMinutes: minutes,
  isUsableOnce: v.boolean(),
  isUsable: v.boolean(),
  methodUsabilityReason: v.string(),
});

/** The one reply that holds the code. */
export const createdPassReply = v.object({
  ...passReply.entries,
  temporaryAccessPass: v.pipe(v.string(), v.minLength(1)),
});

/** A list of passes; Graph holds one a user at most. */
export const passesReply = v.object({ value: v.array(passReply) });

const target = { targetType: v.picklist(['user', 'group']), id: v.string() };
const methodPolicy = {
  state: v.picklist(['enabled', 'disabled']),
  includeTargets: v.array(v.object({ ...target, isRegistrationRequired: v.exactOptional(v.boolean()) })),
  excludeTargets: v.array(v.object(target)),
};

/** https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethodconfiguration */
export const tapPolicyReply = v.object({
  ...methodPolicy,
  defaultLifetimeInMinutes: minutes,
  minimumLifetimeInMinutes: minutes,
  maximumLifetimeInMinutes: minutes,
  defaultLength: minutes,
  isUsableOnce: v.boolean(),
});

/**
 * `unknown` when it has another shape: it only decides what a message recommends, and shall not stop a pass.
 * https://learn.microsoft.com/graph/api/resources/fido2authenticationmethodconfiguration
 */
export const passkeyPolicyReply = v.fallback(
  v.union([v.object(methodPolicy), v.literal('unknown')]),
  'unknown',
);

const organization = v.object({
  id: v.pipe(v.string(), v.uuid()),
  displayName: text,
  verifiedDomains: v.array(v.object({ name: v.string() })),
});

/** The one organization of a tenant. https://learn.microsoft.com/graph/api/resources/organization */
export const organizationsReply = v.object({
  value: v.tupleWithRest([organization], v.unknown()),
});

/** Visible characters of ASCII: `Headers` throws at most others. */
const headerValue = v.pipe(v.string(), v.regex(/^[\t -~]*$/));

/** https://learn.microsoft.com/graph/json-batching */
export const batchReply = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.optional(v.record(v.pipe(v.string(), v.regex(/^[\w-]+$/)), headerValue)),
      body: v.optional(v.unknown()),
    }),
  ),
});

/** https://learn.microsoft.com/graph/errors */
export const errorReply = v.object({
  error: v.object({
    code: text,
    message: text,
    innerError: v.nullish(v.object({ 'request-id': text, 'client-request-id': text, date: text })),
  }),
});
