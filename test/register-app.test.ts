import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type AppRegistration, graphAppId, permissionIds } from '../utils/app-registration';
import { registerByAzureCli } from '../utils/register-by-azure-cli';
import { registerByBicep } from '../utils/register-by-bicep';
import { registerByHand } from '../utils/register-by-hand';
import { registerByPowerShell } from '../utils/register-by-powershell';
import { type Permission, permissions, scopesFor } from '../utils/scopes';
import published from './fixtures/permission-ids.json';
import { redirectUris } from './sandbox/redirect-uris';

const every: Permission[] = [...permissions.main, ...permissions.watchMethods, ...permissions.changePolicy];
const registration: AppRegistration = { redirectUris, permissions: every };
/** No browser has such an address: a text that is to be run must take it for one word all the same. */
const nasty = `https://a'b"c$(id)\`id\`’;\${x}\\.example/`;
const hostile: AppRegistration = { redirectUris: [nasty], permissions: ['User.Read'] };

const texts = {
  'by hand': registerByHand,
  'by Azure CLI': registerByAzureCli,
  'by Microsoft Graph PowerShell': registerByPowerShell,
  'by Bicep': registerByBicep,
};
const ways = Object.entries(texts);
const scripts = ways.filter(([way]) => way !== 'by hand');

describe('the permissions of an app registration', () => {
  it('are those that Guestpass asks for, and no others', () => {
    const asked = (['issue', 'watchMethods', 'changePolicy'] as const).flatMap(scopesFor);
    expect([...every].sort()).toEqual([...new Set(asked)].sort());
    expect(Object.keys(permissionIds).sort()).toEqual([...every].sort());
  });

  it.each(every)('%s has the id that Microsoft publishes for it as a delegated permission', (name) => {
    expect(permissionIds[name]).toBe(published.permissions[name].DelegatedWork);
  });
});

describe.each(ways)('a registration %s', (way, write) => {
  it('names each redirect URI, as one of a single-page application of a single tenant', () => {
    const text = write(registration);
    for (const uri of redirectUris) expect(text.split(uri)).toHaveLength(2);
    expect(text).toMatch(way === 'by hand' ? /Single-page application/ : /\bspa\b/i);
    expect(text).toMatch(way === 'by hand' ? /single tenant/ : /AzureADMyOrg/);
  });

  it('names the permissions it was given, and no others', () => {
    for (const wanted of [every, [...permissions.main]]) {
      const text = write({ redirectUris, permissions: wanted });
      const named = every.filter((name) =>
        way === 'by hand' ? text.includes(`- ${name}\n`) : text.includes(permissionIds[name]),
      );
      expect(named).toEqual(wanted);
    }
  });

  it('asks for no secret and for no permission of an application', () => {
    const text = write(registration).replace('needs no secret and no certificate', '');
    expect(text).not.toMatch(/secret|password|certificate|credential|'Role'|"Role"/i);
  });

  it('ends its last line, so that a terminal runs it', () => {
    expect(write(registration)).toMatch(/[^\n]\n$/);
  });
});

describe.each(scripts)('a script %s', (_, write) => {
  it('knows no GUID but those of Microsoft Graph and its permissions', () => {
    const found = write(registration).match(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g);
    expect(found?.sort()).toEqual([graphAppId, ...Object.values(permissionIds)].sort());
  });
});

/** Runs the commands in Bash, with an `az` that writes down what it was called with, and makes an app or `fails`. */
function runInBash(commands: string, { fails = false } = {}) {
  const outcome = fails ? 'return 1' : '[ "$1" != rest ] || echo the-app-id';
  const az = `az() { printf '%s\\0' "$@" >&2; printf '\\n' >&2; ${outcome}; }`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', `${az}\n${commands}`], {
    encoding: 'utf8',
  });
  const calls = stderr.split('\0\n').slice(0, -1);
  return { said: stdout, calls: calls.map((line) => line.split('\0')), status };
}

const hasBash = (() => {
  try {
    return execFileSync('bash', ['--norc', '-c', 'echo yes'], { encoding: 'utf8' }) === 'yes\n';
  } catch {
    return false;
  }
})();

describe.skipIf(!hasBash)('the commands for Azure CLI, run by Bash', () => {
  it('make the whole app in one request, then its service principal, and tell the client id', () => {
    const { said, calls } = runInBash(registerByAzureCli(registration));
    const [create = [], servicePrincipal] = calls;
    expect(calls).toHaveLength(2);
    expect(create.slice(0, 9)).toEqual([
      ...['rest', '--method', 'POST', '--url', 'https://graph.microsoft.com/v1.0/applications'],
      ...['--headers', 'Content-Type=application/json', '--query', 'appId'],
    ]);
    expect(create.slice(-2, -1)).toEqual(['--body']);
    expect(JSON.parse(create.at(-1) ?? '')).toEqual({
      displayName: 'Guestpass',
      signInAudience: 'AzureADMyOrg',
      spa: { redirectUris },
      requiredResourceAccess: [
        {
          resourceAppId: '00000003-0000-0000-c000-000000000000',
          resourceAccess: every.map((name) => ({ id: permissionIds[name], type: 'Scope' })),
        },
      ],
    });
    expect(servicePrincipal).toEqual(['ad', 'sp', 'create', '--id', 'the-app-id', '--output', 'none']);
    expect(said).toBe('Application (client) ID: the-app-id\n');
  });

  it('stop at the first failure, and tell no client id', () => {
    const { said, calls, status } = runInBash(registerByAzureCli(registration), { fails: true });
    expect(calls).toHaveLength(1);
    expect(said).toBe('');
    expect(status).not.toBe(0);
  });

  it('run nothing that stands in an address', () => {
    const { calls } = runInBash(registerByAzureCli(hostile));
    expect(JSON.parse(calls[0]?.at(-1) ?? '').spa.redirectUris).toEqual([nasty]);
  });
});

describe('what would end a string early', () => {
  it('is doubled for PowerShell, curly quotes too', () => {
    expect(registerByPowerShell(hostile)).toContain(`'https://a''b"c$(id)\`id\`’’;\${x}\\.example/'`);
  });

  it('is escaped for Bicep', () => {
    expect(registerByBicep(hostile)).toContain(`'https://a\\'b"c$(id)\`id\`’;\\\${x}\\\\.example/'`);
  });
});
