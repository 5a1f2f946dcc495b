import { createRef, type RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { pageSight } from './page-sight';
import { type ViewWatch, watchView } from './watch-view';

/** Says when a click in the watched element can be the admin's own will. */
export type Arming = {
  /** Goes to the element that shows what the click is about. */
  watched: RefObject<HTMLElement | null>;
  armed: boolean;
  /** The element seems to be in view, but for 3 seconds nothing proved it. */
  unsure: boolean;
  /** The last click came too soon to count, or the element was not in view. */
  refused: boolean;
  /** Security: asked in the click itself; a no is told as `refused`. */
  isArmed: () => boolean;
};

/**
 * Arms once the watched element has been in view for 500 ms, and starts over whenever `subject` changes:
 * who and what is shown, undefined while that is nothing to act on.
 */
export function useArmed(subject: string | undefined): Arming {
  const [watched] = useState(() => createRef<HTMLElement>());
  const watch = useRef<ViewWatch>(undefined);
  const [armedFor, setArmedFor] = useState<string>();
  const [unsure, setUnsure] = useState(false);
  const [refused, setRefused] = useState(false);

  // Before the browser paints: no click can fall between a new subject and its own watch.
  useLayoutEffect(() => {
    if (subject === undefined || !watched.current) return;
    const armed = (yes: boolean) => setArmedFor(yes ? subject : undefined);
    const current = watchView(watched.current, pageSight, { armed, unsure: setUnsure });
    watch.current = current;
    // The next click is told anew; beside the buttons none was meant.
    const forget = ({ target }: Event) => (target as Element).closest('button') && setRefused(false);
    document.addEventListener('click', forget, true);
    return () => {
      current.stop();
      document.removeEventListener('click', forget, true);
      watch.current = undefined;
      setArmedFor(undefined);
      setUnsure(false);
      setRefused(false);
    };
  }, [subject, watched]);

  return {
    watched,
    armed: subject !== undefined && armedFor === subject,
    unsure,
    refused,
    isArmed() {
      const armed = !!watch.current?.isArmed();
      setRefused(!armed);
      return armed;
    },
  };
}
