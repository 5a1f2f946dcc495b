import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { omittedOfMsal } from '../utils/msal-omitted.plugin';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = (file: string) =>
  readFileSync(`${root}/node_modules/@azure/msal-browser/dist/${file}`, 'utf8');

test.each(Object.entries(omittedOfMsal))(
  '%s of MSAL is a class, and nothing else is left out with it',
  (file, name) => {
    expect(source(file)).toMatch(new RegExp(`^export \\{ ${name} \\};$`, 'm'));
  },
);

test.each(['chrome', 'edge', 'firefox'])('none of them is in the background of %s', (browser) => {
  const background = readFileSync(`${root}/.output/${browser}-mv3/background.js`, 'utf8');
  for (const name of Object.values(omittedOfMsal)) expect(background).toContain(`Left out: ${name}`);
});

test('the broker stays behind an option that is off', () => {
  expect(source('config/Configuration.mjs')).toMatch(/allowPlatformBroker: false/);
  expect(readFileSync(`${root}/utils/auth.ts`, 'utf8')).not.toMatch(
    /allowPlatformBroker|acquireTokenPopup|loginPopup/,
  );
});
