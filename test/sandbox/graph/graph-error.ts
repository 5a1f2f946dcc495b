/** An answer other than success, with the status, code and text of Microsoft Graph. */
export class GraphError extends Error {
  override name = 'GraphError';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** The authentication-methods service repeats its message in `innerError`; the directory does not. */
    readonly repeats = false,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** 400 of the directory. https://learn.microsoft.com/graph/errors */
export const badQuery = (message: string) => new GraphError(400, 'Request_BadRequest', message);

/** 400 for a query the directory does not support. https://learn.microsoft.com/graph/aad-advanced-queries */
export const unsupportedQuery = (message: string) => new GraphError(400, 'Request_UnsupportedQuery', message);

/** 400 for a request that the gateway cannot parse or place. */
export const badRequest = (message: string) => new GraphError(400, 'BadRequest', message);

/** 400 of the authentication-methods service. */
export const methodRefused = (message: string) => new GraphError(400, 'badRequest', message, true);

/** 403 of the directory: scope or role missing. */
export const insufficientPrivileges = () =>
  new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');

/** 403 of the authentication-methods service: scope or role missing, or the target is protected from this role. */
export const accessDenied = () => new GraphError(403, 'accessDenied', 'Request Authorization failed', true);

/** 403: methods of one's own account cannot be changed through Graph. */
export const selfService = (userId: string) =>
  new GraphError(
    403,
    'accessDenied',
    `Self-service operations are currently not supported for user ${userId}.`,
    true,
  );

/** 404: nothing in this tenant has this id. */
export const notFound = (id: string) =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** The error as the JSON of https://learn.microsoft.com/graph/errors. Ids are those of the request. */
export function errorBody(
  error: GraphError,
  ids: { at: number; requestId: string; clientRequestId: string },
) {
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        ...(error.repeats ? { message: error.message } : {}),
        date: new Date(ids.at).toISOString().slice(0, 19),
        'request-id': ids.requestId,
        'client-request-id': ids.clientRequestId,
      },
    },
  };
}
