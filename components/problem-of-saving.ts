import { text } from '../utils/interface-text';

/** Why the browser could not save a setting, in a sentence; empty once it has. */
export function problemOfSaving(saving: Promise<void>): Promise<string> {
  return saving.then(
    () => '',
    (error: unknown) => text('browserCouldNotSave', { error: String(error) }),
  );
}
