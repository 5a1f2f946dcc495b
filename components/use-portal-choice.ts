import { useEffect, useState } from 'preact/hooks';
import { text } from '../utils/interface-text';
import type { PortalChoice } from '../utils/portals';

/** What is chosen, and what of the access that takes the browser does not grant. */
export type PortalState = { choice: PortalChoice; missing: string[] };

/** The way to settings and to the browser's grants. */
export type PortalDoor = {
  read: () => Promise<PortalState>;
  /** Asks the browser for what a choice takes; only in a click, before anything is waited for. */
  ask: (choice: PortalChoice) => Promise<boolean>;
  save: (changes: Partial<PortalChoice>) => Promise<void>;
  /** Calls back when settings or grants have changed. */
  watch: (changed: () => void) => void;
};

/** The choice of cloud and portals, which is saved at once, and only with the access that it takes. */
export function usePortalChoice(first: PortalState, door: PortalDoor) {
  const [state, setState] = useState(first);
  const [problem, setProblem] = useState('');
  useEffect(() => door.watch(() => void door.read().then(setState)), [door]);

  async function choose(changes: Partial<PortalChoice>): Promise<void> {
    const choice = { ...state.choice, ...changes };
    const takesLess = Object.values(changes).length > 0 && Object.values(changes).every((on) => on === false);
    setProblem('');
    try {
      if (takesLess || (await door.ask(choice))) await door.save(changes);
      else setProblem(text('accessNotGranted'));
    } catch (error) {
      setProblem(text('browserCouldNot', { error: String(error) }));
    }
    setState(await door.read());
  }

  return { ...state, problem, choose };
}
