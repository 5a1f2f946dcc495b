import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';

/** What each command of the manifest does; the browser has no words for the first. */
const does: Record<string, string> = {
  _execute_action: 'Open Guestpass from the toolbar, with the search for guests',
  'focus-panel': "Move the keyboard to the panel on the guest's page",
};

/** Which keys do what, and where the browser lets the admin change them. */
export function ShortcutSection({ whereToChange }: { whereToChange: string }) {
  const [commands, setCommands] = useState<Browser.commands.Command[]>([]);
  useEffect(() => {
    browser.commands.getAll().then(setCommands);
  }, []);
  return (
    <section aria-labelledby="shortcuts">
      <h2 id="shortcuts">Keyboard shortcuts</h2>
      <dl class="shortcuts">
        {commands.map(({ name = '', shortcut }) => (
          <div key={name}>
            <dt>{does[name]}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : 'No keys: something else has them'}</dd>
          </div>
        ))}
      </dl>
      <p>Change them in your browser: {whereToChange}.</p>
    </section>
  );
}
