import { createHash, randomBytes } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLoginRoom } from '../sandbox/login/login-room';
import { type FetchLike, type SignInAnswers, signInClient } from '../sandbox/login/sign-in-client';
import { contosoId, sandboxClientId } from '../sandbox/seed';
import { createState } from '../sandbox/state';

/** The app's redirect URL in these tests. */
export const redirectUri = 'https://guestpass.chromiumapp.org/';

/** A sign-in service on loopback, a browser for it, and an app that redeems codes as MSAL does. */
export async function startLogin() {
  const state = createState([redirectUri]);
  const room = createLoginRoom(state);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    void room.handle(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fetchLike = loopbackFetch(port);

  return {
    state,
    switches: room.switches,
    fetch: fetchLike,
    browser: () => signInClient(fetchLike),
    app: (tenant: string = contosoId, host = 'login.microsoftonline.com') =>
      createApp(fetchLike, host, tenant),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Reaches every host name at one port of loopback, over plain HTTP. */
function loopbackFetch(port: number): FetchLike {
  return (url, init) =>
    new Promise((resolve, reject) => {
      const { host, pathname, search } = new URL(url);
      const body = init.body ? String(init.body) : '';
      const headers: Record<string, string> = { host };
      new Headers(init.headers).forEach((value, name) => {
        headers[name] = value;
      });
      if (body) headers['content-type'] = 'application/x-www-form-urlencoded';
      const sent = httpRequest(
        {
          host: '127.0.0.1',
          port,
          path: pathname + search,
          method: init.method ?? 'GET',
          headers,
          agent: false,
        },
        async (answer) => {
          const chunks: Buffer[] = [];
          for await (const chunk of answer) chunks.push(chunk as Buffer);
          const answered = new Headers();
          for (let i = 0; i < answer.rawHeaders.length; i += 2)
            answered.append(answer.rawHeaders[i] ?? '', answer.rawHeaders[i + 1] ?? '');
          resolve(
            new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 500, headers: answered }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
}

export type Tokens = Record<string, unknown> & {
  access_token: string;
  refresh_token: string;
  id_token: string;
  error?: string;
};

function createApp(fetchLike: FetchLike, host: string, tenant: string) {
  const base = `https://${host}/${tenant}/oauth2/v2.0`;
  const verifier = randomBytes(32).toString('base64url');
  const scope = 'openid profile offline_access https://graph.microsoft.com/User.Read.All';

  async function post(body: Record<string, string>, origin: string | undefined): Promise<Tokens> {
    const response = await fetchLike(`${base}/token`, {
      method: 'POST',
      ...(origin ? { headers: { origin } } : {}),
      body: new URLSearchParams({ client_id: sandboxClientId, ...body }).toString(),
    });
    return (await response.json()) as Tokens;
  }

  return {
    authorizeUrl(more: Record<string, string> = {}): string {
      const query = new URLSearchParams({
        client_id: sandboxClientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        response_mode: 'fragment',
        scope,
        state: 'the-state',
        nonce: 'the-nonce',
        client_info: '1',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...more,
      });
      return `${base}/authorize?${query}`;
    },
    logoutUrl: (more: Record<string, string> = {}) => `${base}/logout?${new URLSearchParams(more)}`,
    redeem(
      redirectUrl: string,
      more: Record<string, string> = {},
      origin: string | undefined = 'https://x.test',
    ) {
      const code = answerIn(redirectUrl).code ?? '';
      return post(
        {
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          code_verifier: verifier,
          scope,
          ...more,
        },
        origin === 'none' ? undefined : origin,
      );
    },
    refresh: (refreshToken: string, more: Record<string, string> = {}) =>
      post({ grant_type: 'refresh_token', refresh_token: refreshToken, scope, ...more }, 'https://x.test'),
  };
}

/** What the service told the app in the fragment of the redirect URL. */
export function answerIn(redirectUrl: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(new URL(redirectUrl).hash.slice(1)));
}

/** The claims of an ID token, or of any base64url JSON between dots. */
export function claimsIn(idToken: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

/** MSAL's `homeAccountId` as it follows from `client_info`. */
export function homeAccountIdIn(clientInfo: unknown): string {
  const { uid, utid } = JSON.parse(Buffer.from(String(clientInfo), 'base64url').toString('utf8'));
  return `${uid}.${utid}`;
}

export const avery: SignInAnswers = { username: 'avery@contoso.com' };

/** What `startLogin` gives. */
export type SandboxLogin = Awaited<ReturnType<typeof startLogin>>;
