/**
 * The directory (a tenant's GUID, lower case) that the portal's account menu names; undefined until the portal has
 * drawn it. The menu's labels are localised and its lines vary, so the only GUID in brackets at a line's end counts.
 *
 * Security: the page's word, and a hint only: it chooses which tenant to sign in to, never a user.
 */
export function directoryOfPortal(): string | undefined {
  const menu = document.querySelector('#fxs-avatarmenu-button, .fxs-avatarmenu-header');
  return /\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)\s*$/im
    .exec(menu?.getAttribute('title') ?? '')?.[1]
    ?.toLowerCase();
}
