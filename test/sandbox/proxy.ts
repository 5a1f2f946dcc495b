import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** A running CONNECT proxy on loopback. */
export type Proxy = {
  port: number;
  /** Host names that were asked for and refused, in order. */
  refused: string[];
  /** While true no connection lives and none comes about, as without a network. */
  down: boolean;
  close(): Promise<void>;
};

/**
 * Starts a proxy that leads every allowed host name to one local port, so that browsers reach the sandbox under
 * the real names. Any other name gets 403: nothing leaves the machine, not even a browser's own calls home.
 */
export async function startProxy(options: {
  target: number;
  allows: (host: string) => boolean;
  port?: number;
}): Promise<Proxy> {
  const refused: string[] = [];
  let down = false;
  const tunnels = new Set<Duplex>();
  const server = createServer((request, response) => {
    refused.push(request.headers.host ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, client, head) => {
    const host = (request.url ?? '').replace(/:\d+$/, '').toLowerCase();
    tunnels.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => tunnels.delete(client));
    if (down) {
      client.destroy();
      return;
    }
    if (!options.allows(host)) {
      refused.push(host);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(options.target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    get down() {
      return down;
    },
    set down(isDown) {
      down = isDown;
      if (down) for (const tunnel of tunnels) tunnel.destroy();
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
        for (const tunnel of tunnels) tunnel.destroy();
      }),
  };
}
