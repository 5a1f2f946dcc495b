import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './faults';

/** Carries out one fault: what the client sees, and whether `handle` (the server's own answer) runs. */
export async function sendFault(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  handle: () => Promise<void>,
): Promise<void> {
  switch (fault.kind) {
    case 'cut':
      if (fault.act === 'after') await withheld(response, handle);
      response.socket?.destroy();
      return;
    case 'answer':
      if (fault.act === 'after') await withheld(response, handle);
      else request.resume();
      sendInstead(response, fault.status, fault.headers, fault.body);
      return;
    case 'claimsChallenge':
      request.resume();
      sendInstead(response, 401, { 'www-authenticate': challengesFor(fault.claims) });
      return;
    case 'held':
      if (fault.act !== 'after') {
        await fault.until;
        // That a sender is gone is known a moment after.
        await pause(50);
        return response.socket?.destroyed === false ? handle() : undefined;
      }
      await sendLater(response, await withheld(response, handle), fault.until);
      return;
    case 'slow': {
      if (fault.act !== 'after') {
        await pause(fault.milliseconds);
        return handle();
      }
      await sendLater(response, await withheld(response, handle), pause(fault.milliseconds));
      return;
    }
    case 'truncated': {
      const { status, headers, body } = await withheld(response, handle);
      response.writeHead(status, { ...headers, 'content-length': Math.floor(body.length / 2) });
      response.end(body.subarray(0, Math.floor(body.length / 2)));
      return;
    }
    case 'contentType': {
      const { status, headers, body } = await withheld(response, handle);
      response.writeHead(status, { ...headers, 'content-type': fault.contentType });
      response.end(body);
    }
  }
}

/** Codes and texts of https://learn.microsoft.com/graph/errors. */
const errors: Record<number, [code: string, message: string]> = {
  401: [
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
  ],
  429: ['TooManyRequests', 'Please retry again later.'],
  500: ['InternalServerError', 'An internal server error occurred.'],
  502: ['BadGateway', 'Bad gateway.'],
  503: ['ServiceUnavailable', 'The service is temporarily unavailable.'],
  504: ['GatewayTimeout', 'The service did not answer in time.'],
};

function sendInstead(
  response: ServerResponse,
  status: number,
  headers: Record<string, string | string[]> = {},
  body?: string,
): void {
  const [code, message] = errors[status] ?? ['UnknownError', 'The sandbox was told to fail.'];
  response.writeHead(status, {
    'access-control-allow-origin': '*',
    'content-type': 'application/json',
    ...lowerCased(headers),
  });
  response.end(body ?? JSON.stringify({ error: { code, message } }));
}

/** https://learn.microsoft.com/entra/identity-platform/claims-challenge */
function challengesFor(claims: string): string[] {
  const authority = 'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"';
  return [
    `Bearer realm="", ${authority}, error="invalid_token"`,
    `Bearer realm="", ${authority}, client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
  ];
}

type Withheld = { status: number; headers: Record<string, string | number | string[]>; body: Buffer };

async function sendLater(
  response: ServerResponse,
  { status, headers, body }: Withheld,
  when: Promise<unknown>,
): Promise<void> {
  await when;
  response.writeHead(status, headers);
  response.end(body);
}

/** Lets the server act and catches its answer instead of sending it. */
async function withheld(response: ServerResponse, handle: () => Promise<void>): Promise<Withheld> {
  const real = { writeHead: response.writeHead, write: response.write, end: response.end };
  const chunks: Buffer[] = [];
  let status = 200;
  let headers: Withheld['headers'] = {};
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const ended = new Promise<void>((resolve) => {
    response.writeHead = ((code: number, ...rest: unknown[]) => {
      status = code;
      headers = lowerCased(
        rest.find((value) => typeof value === 'object') as Withheld['headers'] | undefined,
      );
      return response;
    }) as typeof response.writeHead;
    response.write = ((chunk: unknown) => {
      keep(chunk);
      return true;
    }) as typeof response.write;
    response.end = ((chunk: unknown) => {
      keep(chunk);
      resolve();
      return response;
    }) as typeof response.end;
  });
  try {
    await handle();
    await ended;
  } finally {
    Object.assign(response, real);
  }
  return { status, headers, body: Buffer.concat(chunks) };
}

function lowerCased(headers: Withheld['headers'] = {}): Withheld['headers'] {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
