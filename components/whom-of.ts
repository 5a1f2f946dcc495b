import type { Seen, Whom } from '../utils/messages';
import type { ReadyTarget } from './target-reader';

/** Who is meant by a call about the user who is shown, on the tab that was seen so. */
export function whomOf({ guest, tenant }: ReadyTarget, { directory }: Seen): Whom & Pick<Seen, 'directory'> {
  return { userId: guest.id, tenantId: tenant.id, ...(directory ? { directory } : {}) };
}
