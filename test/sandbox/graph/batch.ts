import { badRequest } from './graph-error';
import type { Reply } from './route';

type Step = {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  dependsOn: string[];
};

/** One request inside a batch; `url` is relative to the version root. */
type InnerRequest = Pick<Step, 'method' | 'url' | 'headers' | 'body'>;

/**
 * Answers `POST /$batch`: up to 20 requests, each with its own status; one whose `dependsOn` failed answers 424.
 * https://learn.microsoft.com/graph/json-batching
 */
export function answerBatch(body: unknown, answer: (request: InnerRequest) => Reply): Reply {
  const steps = stepsOf(body);
  const done = new Map<string, number>();
  const responses = steps.map((step) => {
    const failed = step.dependsOn.some((id) => (done.get(id) ?? 424) >= 400);
    const reply = failed ? failedDependency() : answer(step);
    done.set(step.id.toLowerCase(), reply.status);
    const { status, headers = {}, body: inner } = reply;
    return inner === undefined
      ? { id: step.id, status, headers }
      : { id: step.id, status, headers, body: inner };
  });
  // Graph promises no order; the last one first keeps clients from relying on one.
  return { status: 200, body: { responses: responses.reverse() } };
}

const failedDependency = (): Reply => ({
  status: 424,
  headers: { 'Content-Type': 'application/json' },
  body: { error: { code: 'FailedDependency', message: 'A request named in dependsOn failed.' } },
});

function stepsOf(body: unknown): Step[] {
  const requests = (body as { requests?: unknown } | undefined)?.requests;
  if (!Array.isArray(requests) || requests.length === 0) {
    throw badRequest('Invalid batch payload format.');
  }
  if (requests.length > 20) throw badRequest('Number of batch request steps exceeds the max value of 20.');
  const seen = new Set<string>();
  return requests.map((request) => {
    const step = stepOf(request);
    if (seen.has(step.id.toLowerCase())) throw badRequest(`Duplicate request id : ${step.id}.`);
    if (!step.dependsOn.every((id) => seen.has(id))) {
      throw badRequest(`Request id : ${step.id} depends on a request that does not stand before it.`);
    }
    seen.add(step.id.toLowerCase());
    return step;
  });
}

function stepOf(request: unknown): Step {
  const { id, method, url, headers = {}, body, dependsOn = [] } = (request ?? {}) as Partial<Step>;
  if (
    typeof id !== 'string' ||
    typeof method !== 'string' ||
    typeof url !== 'string' ||
    !Array.isArray(dependsOn)
  ) {
    throw badRequest('Invalid batch payload format.');
  }
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (body !== undefined && !('content-type' in lower)) {
    throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  return {
    id,
    method: method.toUpperCase(),
    url: url.startsWith('/') ? url : `/${url}`,
    headers: lower,
    body,
    dependsOn: dependsOn.map((other) => String(other).toLowerCase()),
  };
}
