import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../utils/failures';
import { call, type Pass, type Seen } from '../utils/messages';
import { endOf } from '../utils/pass-life';
import { type Care, createAftercareWatch } from './aftercare-watch';
import type { ReadyTarget } from './target-reader';
import { whomOf } from './whom-of';

/** What is known of the guest since the pass; undefined until the first look is back. */
export type CareShown = Care | { failure: Failure } | undefined;

/** Watches this guest and pass while the page is visible and `wanted`; `again` looks at once. */
export function useAftercare(
  target: ReadyTarget,
  pass: Pass,
  { wanted, seen }: { wanted: boolean; seen: () => Seen },
): { care: CareShown; again: () => void } {
  const [care, show] = useState<CareShown>();
  const [turn, setTurn] = useState(0);
  const userId = target.guest.id;
  const tenantId = target.tenant.id;

  useEffect(() => {
    if (!wanted) return;
    const watch = createAftercareWatch({
      read: () => call('readAftercare', whomOf(target, seen())),
      show,
      goesOn: (care) => care.pass !== undefined && Date.now() < endOf(pass),
    });
    const follow = () => (document.visibilityState === 'visible' ? watch.start() : watch.stop());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      watch.stop();
      document.removeEventListener('visibilitychange', follow);
    };
  }, [userId, tenantId, pass.id, wanted, turn]);

  return { care, again: () => setTurn(turn + 1) };
}
