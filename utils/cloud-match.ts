import type { Cloud } from './clouds';
import { type Failure, FailureError } from './failures';

/**
 * Throws where nothing can be done on a page of `page`'s cloud, before anything is asked: China's Microsoft Graph has no
 * Temporary Access Pass in v1.0, and an app registration in one cloud is unknown in the others.
 * https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods,
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
 */
export function assertCloud(page: Cloud, app: Cloud): void {
  if (page === 'china') throw new FailureError({ code: 'tapNotOffered' });
  if (page !== app) throw new FailureError({ code: 'otherCloud', values: { page, app } });
}

/** Whether a failure is one of those. */
export function isNotHere({ code }: Failure): boolean {
  return code === 'tapNotOffered' || code === 'otherCloud';
}
