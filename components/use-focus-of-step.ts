import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusOn } from './focus-on';
import type { PolicyStep } from './use-policy-change';

/** Keeps the keyboard in the section when what had the focus went away with its step. */
export function useFocusOfStep(section: RefObject<HTMLElement | null>, step: PolicyStep['name']): void {
  const before = useRef<PolicyStep['name']>(undefined);
  useLayoutEffect(() => {
    const from = before.current;
    before.current = step;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (from === step || !lost || !document.hasFocus()) return;
    // Back from the review, the button that led there; else the most particular heading.
    const place = from === 'reviewing' && step === 'filling' ? '[data-review]' : '[data-step-focus]';
    focusOn([...(section.current?.querySelectorAll<HTMLElement>(place) ?? [])].at(-1));
  }, [section, step]);
}
