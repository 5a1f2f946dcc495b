import { useEffect } from 'preact/hooks';
import type { ReadyTarget } from './target-reader';

/**
 * Security: a pass does not stay in sight. Calls `hide` when it has been shown for as long as the settings allow, or
 * when the tab goes out of sight where they say so.
 */
export function useAutoHide(
  shown: boolean,
  hide: () => void,
  { afterSeconds, onTabSwitch }: ReadyTarget['hiding'],
): void {
  useEffect(() => {
    if (!shown) return;
    const timer = afterSeconds > 0 ? setTimeout(hide, afterSeconds * 1000) : undefined;
    const onVisibility = () => {
      if (onTabSwitch && document.visibilityState === 'hidden') hide();
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [shown, afterSeconds, onTabSwitch]);
}
