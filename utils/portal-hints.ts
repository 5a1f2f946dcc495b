/** How the portal looks; `auto` where it does not say. */
export type PortalTheme = 'light' | 'dark' | 'hc' | 'auto';

/** The portal marks its theme by classes on the body; a hint that only changes colors. */
export function portalTheme(): PortalTheme {
  const { classList } = document.body;
  const isDark = classList.contains('fxs-mode-dark');
  if (!isDark && !classList.contains('fxs-mode-light')) return 'auto';
  // The class of its high contrast is not known; that of its standard contrast is.
  if (!classList.contains('fxs-mode-standardcontrast')) return 'hc';
  return isDark ? 'dark' : 'light';
}

/** Calls `changed` with the portal's theme whenever it changes, until `signal` is aborted. */
export function watchPortalTheme(changed: (theme: PortalTheme) => void, signal: AbortSignal): void {
  let last = portalTheme();
  const observer = new MutationObserver(() => {
    const theme = portalTheme();
    if (theme !== last) changed(theme);
    last = theme;
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Part of the window, in CSS pixels. */
type Rect = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** Whether one of the portal's context panes, which slide in from the right, covers some of this; a hint that moves nothing but us. */
export function isUnderContextPane(rect: Rect): boolean {
  return [...document.querySelectorAll('.fxs-contextpane')].some((pane) => {
    const { left, top, right, bottom } = pane.getBoundingClientRect();
    const meets = left < rect.right && right > rect.left && top < rect.bottom && bottom > rect.top;
    return meets && pane.checkVisibility({ visibilityProperty: true });
  });
}
