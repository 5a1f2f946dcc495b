const themes = ['light', 'dark', 'hc'];

/**
 * Shows this page in a theme of the portal, by any other name than `light`, `dark` or `hc` in that of the system.
 * Security: the portal's page has a say in it, so only known words get further.
 */
export function wearTheme(theme: string | null): void {
  const { dataset } = document.documentElement;
  if (theme && themes.includes(theme)) dataset.theme = theme;
  else delete dataset.theme;
}

/** Shows this page in the theme its address asks for (`#theme=dark`), now and whenever that changes. */
export function followTheme(): void {
  const apply = () => wearTheme(new URLSearchParams(location.hash.slice(1)).get('theme'));
  apply();
  addEventListener('hashchange', apply);
}
