import { button, element } from '../look/element.js';
import { icon } from '../look/icons.js';

/** The row of commands on top of a blade. Commands without `act` only look. */
export function commandBar(commands) {
  return element(
    '.command-bar',
    { role: 'toolbar', 'aria-label': 'Commands' },
    commands.map(([words, picture, act]) => button('.command', undefined, act, icon(picture), words)),
  );
}

/** A table as the portal's lists are drawn. `columns` are headings, `rows` arrays of cells. */
export function table(label, columns, rows) {
  return element(
    'table.list',
    { 'aria-label': label },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map((heading) => element('th', { scope: 'col' }, heading)),
      ),
    ),
    element(
      'tbody',
      {},
      rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((cell) => element('td', {}, ...[cell ?? ''])),
        ),
      ),
    ),
  );
}

/** The round face of initials, in a colour that follows from the name. */
export function avatar(displayName, size) {
  const words = displayName
    .replace(/\(.*\)/, '')
    .trim()
    .split(/[\s-]+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...word][0] ?? '')
    .join('');
  const colours = ['#0b6a0b', '#8764b8', '#986f0b', '#c239b3', '#004e8c', '#a4262c', '#498205', '#038387'];
  const face = element('.avatar', { 'aria-hidden': 'true' }, initials.toUpperCase());
  const sum = [...displayName].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  face.style.backgroundColor = colours[sum % colours.length];
  face.style.width = face.style.height = face.style.lineHeight = `${size}px`;
  face.style.fontSize = `${Math.round(size * 0.42)}px`;
  return face;
}

/** Rows of names and values; a value may be an element. */
export function facts(pairs) {
  return element(
    'dl.facts',
    {},
    pairs.map(([name, value]) =>
      element('.fact', {}, element('dt', {}, name), element('dd', {}, value ?? '—')),
    ),
  );
}

/** A value with the portal's copy button beside it. */
export function copyable(name, value) {
  return element(
    'span.copyable',
    {},
    element('span', {}, value),
    copyButton(`Copy ${name} to clipboard`, () => value),
  );
}

/** A button that copies what `read()` returns; says so in its own label afterwards. */
export function copyButton(label, read) {
  const made = button(
    '.icon-button',
    label,
    async () => {
      await copyText(read());
      made.setAttribute('aria-label', 'Copied');
      made.title = 'Copied';
    },
    icon('copy', 14),
  );
  made.title = label;
  return made;
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page whose policy forbids the clipboard still has the old way.
    const field = element('textarea', { 'aria-hidden': 'true' });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}

/** A line that tells something above the content. */
export function notice(words, picture = 'info') {
  return element('.notice', { role: 'note' }, icon(picture), element('span', {}, words));
}

/** Tabs with their panels; the first one is open. */
export function tabs(label, panels) {
  const bar = element('.tabs', { role: 'tablist', 'aria-label': label });
  const room = element('.tab-room');
  const open = (chosen) => {
    for (const tab of bar.children) tab.setAttribute('aria-selected', String(tab === chosen.tab));
    room.replaceChildren(...chosen.draw());
  };
  for (const panel of panels) {
    panel.tab = button('.tab', undefined, () => open(panel), panel.words);
    panel.tab.setAttribute('role', 'tab');
    bar.append(panel.tab);
  }
  open(panels[0]);
  return [bar, room];
}

/** A date as the portal writes it: `Jan 5, 2026, 8:00 AM`. */
export function dateOf(time) {
  return time ? new Date(time).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' }) : '—';
}
