import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { type TextKey, text } from '../utils/interface-text';
import { Worded } from './worded';

/** What each command of the manifest does; the browser has no words for the first. */
const does: Record<string, TextKey> = {
  _execute_action: 'shortcutAction',
  'focus-panel': 'shortcutFocusPanel',
};

/** Which keys do what, and where the browser lets the admin change them. */
export function ShortcutSection({ whereToChange }: { whereToChange: string }) {
  const [commands, setCommands] = useState<Browser.commands.Command[]>([]);
  useEffect(() => {
    browser.commands.getAll().then(setCommands);
  }, []);
  return (
    <section aria-labelledby="shortcuts">
      <h2 id="shortcuts">{text('keyboardShortcuts')}</h2>
      <dl class="shortcuts">
        {commands.map(({ name = '', shortcut }) => (
          <div key={name}>
            <dt>{does[name] && text(does[name])}</dt>
            <dd>{shortcut ? <kbd dir="ltr">{shortcut}</kbd> : text('noKeys')}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Worded text="changeShortcuts" with={{ place: <bdi>{whereToChange}</bdi> }} />
      </p>
    </section>
  );
}
