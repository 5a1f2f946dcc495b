import { text } from '../utils/interface-text';
import { passState } from '../utils/pass-life';
import type { View } from './panel';

/** What a collapsed panel has to tell: that there is a pass in it. */
export function newsOf(view: View, now: number): string | undefined {
  if (view.state === 'issued') return text('passJustIssued');
  if (view.state !== 'ready' || !view.target.pass) return undefined;
  return passState(view.target.pass, now) === 'active' ? text('passIsActive') : undefined;
}
