import { type ChromiumBrowser, installKey, installValues, policyKey } from './chromium-browsers';
import { type PolicySetting, samplesOf } from './policy-settings';

/**
 * A file for Registry Editor that installs the extension and sets it; numbers and truth values are DWORDs.
 * https://www.chromium.org/administrators/configuring-policy-for-extensions
 */
export function registryFile(browser: ChromiumBrowser, settings: PolicySetting[]): string {
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    `; Installs Guestpass in ${browser.title} and sets it. Every value that stands here is locked in Options:`,
    '; delete the lines of the settings that your admins may choose.',
    '',
    ...keyWith(installKey(browser), installValues(browser)),
    '',
    ...keyWith(policyKey(browser), samplesOf(settings)),
    '',
  ];
  return lines.join('\r\n');
}

const keyWith = (key: string, values: Record<string, string | boolean | number>) => [
  `[HKEY_LOCAL_MACHINE\\${key}]`,
  ...Object.entries(values).map(([name, value]) => `"${name}"=${dataOf(value)}`),
];

function dataOf(value: string | boolean | number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return `dword:${Number(value).toString(16).padStart(8, '0')}`;
}
