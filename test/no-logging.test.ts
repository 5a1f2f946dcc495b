import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** What libraries bring along, by its first words, with what keeps it silent. */
const silent: [RegExp, string][] = [
  [/^console\.warn\(`The background's main\(/, "WXT's own, about a background that is async; ours is not"],
  [
    /^console\.(debug|error|info|log|warn)\(t\)/,
    "MSAL's logger, for a level in session storage that nobody sets",
  ],
  [/^console\.log\(e\)/, "MSAL's bridge for apps nested in Teams and Outlook"],
];

test.each(['chrome', 'edge', 'firefox'])('the %s build writes nothing to a console', (browser) => {
  const folder = fileURLToPath(new URL(`../.output/${browser}-mv3`, import.meta.url));
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.js$/.test(file),
  );
  expect(scripts).toContain('background.js');
  const logging = scripts.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\bconsole\b.{0,40}/g)]
      .map(([words]) => words)
      .filter((words) => file !== 'background.js' || !silent.some(([known]) => known.test(words)))
      .map((words) => `${file}: ${words}`),
  );
  expect(logging).toEqual([]);
});
