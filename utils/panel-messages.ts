import type { Seen } from './messages';
import type { Stand } from './panel-place';
import type { PortalTheme } from './portal-hints';

/** How the panel stands, as far as it has to know: a tab is drawn for its edge. */
export type Stance = Pick<Stand, 'collapsed' | 'side'>;

/** What the content script tells the panel that it framed: what it sees of frame, tab, portal and keyboard. */
export type ToPanel =
  | { clear: boolean }
  | Seen
  | { theme: PortalTheme }
  | { stance: Stance }
  /** The keyboard was moved to it. */
  | { focus: true };

/** What the panel tells it. */
export type FromPanel = {
  nonce?: string;
  /** How tall its card wants to be. */
  height?: number;
  /** The admin makes it small or opens it. */
  collapsed?: boolean;
  /** The admin moves it: by so many CSS pixels since it was last let go. */
  drag?: { x: number; y: number };
  /** The admin lets it go, or brings it back to its dock. */
  drop?: true;
  home?: true;
};
