/** Classes the shell sets on body for each theme. High contrast is what has no `standardcontrast`. */
export const themes = {
  light: 'fxs-theme-azure fxs-mode-light ext-mode-light fxs-mode-standardcontrast ext-mode-standardcontrast',
  dark: 'fxs-theme-dark fxs-mode-dark ext-mode-dark fxs-mode-standardcontrast ext-mode-standardcontrast',
  hc: 'fxs-theme-dark fxs-mode-dark ext-mode-dark',
};

/** Dresses this document in a theme: `light`, `dark` or `hc`; anything else is light. */
export function wearTheme(name) {
  document.body.className = themes[name] ?? themes.light;
}
