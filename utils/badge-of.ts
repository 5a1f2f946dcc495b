import type { TextKey } from './interface-text';
import type { Pass, Target } from './messages';
import { endOf, passState } from './pass-life';

/** What the toolbar's icon says of a tab: never a name, never a pass. */
export type Badge = {
  text: string;
  title: TextKey;
  /** When the pass of the title ends, in milliseconds since 1970. */
  end?: number;
  color?: string;
};

/** Nothing to tell. */
export const noBadge: Badge = { text: '', title: 'badgeNobody' };

/** White on these colours has a contrast of more than 4.5. */
const signIn: Badge = { text: '!', title: 'badgeSignIn', color: '#bc4b09' };
const panel: Badge = { text: 'TAP', title: 'badgePanel', color: '#0f6cbd' };
const guest: Badge = { ...panel, title: 'badgeGuest' };

/** The badge for what is known of a tab. */
export function badgeOf(target: Target, now: number): Badge {
  if (target.state === 'signInRequired') return signIn;
  if (target.state !== 'ready') return noBadge;
  // Members, where Options show them, and those of whom Graph does not tell, get the panel too.
  return activePass(target.pass, now) ?? (target.guest.externalUserType === 'internalGuest' ? guest : panel);
}

/** The badge for somebody who has this pass now, or none. */
export function badgeOfPass(pass: Pass | undefined, now: number): Badge {
  return activePass(pass, now) ?? panel;
}

/** Tells the end, because nobody wakes the worker for it: the badge stands until the tab is read again. */
function activePass(pass: Pass | undefined, now: number): Badge | undefined {
  if (!pass || passState(pass, now) !== 'active') return undefined;
  return { text: 'ON', title: 'badgeActive', end: endOf(pass), color: '#0e700e' };
}
