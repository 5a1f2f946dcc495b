import type { SandboxState, SandboxTenant, SandboxToken, SandboxUser } from '../state';
import type { GraphError } from './graph-error';
import type { GraphModes } from './modes';

/** One request as an endpoint sees it: authenticated, its path taken apart, its body parsed. */
export type Call = {
  state: SandboxState;
  modes: GraphModes;
  tenant: SandboxTenant;
  token: SandboxToken;
  /** The signed-in user. */
  caller: SandboxUser;
  method: string;
  /** Decoded path parameters by their name in the route, e.g. `user-id`. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  body: unknown;
  /** `https://graph.microsoft.com/v1.0`, with the host that was asked. */
  root: string;
  /** Path and query below the root, as sent. */
  target: string;
};

/** What an endpoint answers; a body is sent as JSON. */
export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };

/**
 * One operation of Microsoft Graph. To add an endpoint, write its routes in a file of its own and list that file in
 * `routes.ts`; the path is spelled as in `test/fixtures/graph-slice.yaml`, which every reply is checked against.
 */
export type Route = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/v1.0`, e.g. `/users/{user-id}/manager`. */
  path: string;
  /** Delegated permissions, one of which the token must carry. */
  scopes: readonly string[];
  /** Directory roles, one of which the caller must hold; none named, none needed. */
  roles?: readonly string[];
  /** What a caller without scope or role is told; `insufficientPrivileges` unless said otherwise. */
  refuse?: () => GraphError;
  /** Hosts of clouds that do not have it. */
  absentFrom?: readonly string[];
  /** Resource units before query options; 1 unless said otherwise. */
  cost?: number;
  answer(call: Call): Reply;
};

type Node = {
  fixed: Map<string, Node>;
  parameter?: { name: string; node: Node };
  routes: Map<string, Route>;
};
const emptyNode = (): Node => ({ fixed: new Map(), routes: new Map() });

/** What a path leads to: the route for the method, or only the knowledge that the path exists. */
type Match = { route: Route | undefined; params: Record<string, string> };

/** Finds routes by path, segment by segment and without case, a fixed segment before a parameter. */
export function createRouteTable(
  routes: readonly Route[],
): (method: string, path: string) => Match | undefined {
  const root = emptyNode();
  for (const route of routes) {
    let node = root;
    for (const segment of segmentsOf(route.path)) node = step(node, segment);
    node.routes.set(route.method, route);
  }
  return (method, path) => {
    const params: Record<string, string> = {};
    let node: Node | undefined = root;
    for (const segment of segmentsOf(path)) {
      const next: Node | undefined = node.fixed.get(segment.toLowerCase());
      if (!next && node.parameter) params[node.parameter.name] = decode(segment);
      node = next ?? node.parameter?.node;
      if (!node) return undefined;
    }
    return node.routes.size === 0 ? undefined : { route: node.routes.get(method), params };
  };
}

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '');

function step(node: Node, segment: string): Node {
  if (segment.startsWith('{')) {
    node.parameter ??= { name: segment.slice(1, -1), node: emptyNode() };
    return node.parameter.node;
  }
  const key = segment.toLowerCase();
  const next = node.fixed.get(key) ?? emptyNode();
  node.fixed.set(key, next);
  return next;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
