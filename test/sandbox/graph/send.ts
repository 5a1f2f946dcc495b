import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from './route';

/** Media type of Graph's JSON. */
export const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Headers a page may read. Retry-After is not among them: only an extension with host permission sees it. */
const exposed =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant';

/** Answers a CORS preflight as Graph does: every origin, the headers asked for. */
export function sendPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS',
    'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
    'Access-Control-Max-Age': '3600',
  });
  response.end();
}

/** Sends a reply with the headers of Microsoft Graph; `at` is the sandbox's time in milliseconds. */
export function sendReply(
  response: ServerResponse,
  reply: Reply,
  ids: { requestId: string; clientRequestId: string; at: number },
): void {
  const text = reply.body === undefined ? undefined : JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': exposed,
    'Cache-Control': 'no-cache',
    Date: new Date(ids.at).toUTCString(),
    'Strict-Transport-Security': 'max-age=31536000',
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
    'x-ms-ags-diagnostic': '{"ServerInfo":{"DataCenter":"Sandbox","Slice":"E","Ring":"0"}}',
    ...(text === undefined ? {} : { 'Content-Type': jsonType, 'OData-Version': '4.0' }),
    ...reply.headers,
  });
  response.end(text);
}
