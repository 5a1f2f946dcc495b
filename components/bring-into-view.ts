/** As a `ref`: what was just opened is scrolled to, as far as that is needed. */
export function bringIntoView(element: Element | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
