/** Gives an element the focus, also one that was drawn a moment ago. */
export function focusOn(element: HTMLElement | null | undefined): void {
  // Firefox asks a legend's box whether it takes the focus, and a new one has none before it is laid out.
  element?.getBoundingClientRect();
  element?.focus();
}
