const themes = ['light', 'dark', 'hc'];

/**
 * Shows this page in the theme its address asks for (`#theme=dark`), now and whenever that changes.
 * Without one, the style sheet follows `prefers-color-scheme`.
 */
export function followTheme(): void {
  apply();
  addEventListener('hashchange', apply);
}

function apply(): void {
  const theme = new URLSearchParams(location.hash.slice(1)).get('theme') ?? '';
  // Security: the portal page can write this hash too, so only known words get further.
  if (themes.includes(theme)) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}
