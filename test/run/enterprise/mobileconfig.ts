import { createHash } from 'node:crypto';
import { type ChromiumBrowser, installValues } from './chromium-browsers';
import { type PolicySetting, samplesOf } from './policy-settings';
import { escapeXml, indent } from './xml';

type Value = string | boolean | number | Value[] | { [key: string]: Value };

/**
 * A configuration profile for macOS: the browser's own domain installs the extension, the extension's domain holds its
 * settings. https://support.apple.com/guide/deployment/depc0aadd3fe,
 * https://www.chromium.org/administrators/configuring-policy-for-extensions
 */
export function mobileconfig(browser: ChromiumBrowser, settings: PolicySetting[]): string {
  const { domain, extensionId, title } = browser;
  const payload = (type: string, content: { [key: string]: Value }) => ({
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: `guestpass.${browser.name}.${type}`,
    PayloadUUID: uuidOf(`${browser.name} ${type}`),
    ...content,
  });
  const profile = payload('Configuration', {
    PayloadDisplayName: `Guestpass for ${title}`,
    PayloadScope: 'System',
    PayloadContent: [
      payload(domain, { ExtensionSettings: { [extensionId]: installValues(browser) } }),
      payload(`${domain}.extensions.${extensionId}`, samplesOf(settings)),
    ],
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${plistOf(profile)}
</plist>
`;
}

function plistOf(value: Value): string {
  if (typeof value === 'string') return `<string>${escapeXml(value)}</string>`;
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (Array.isArray(value)) return `<array>\n${indent(value.map(plistOf).join('\n'), 2)}\n</array>`;
  const entries = Object.entries(value).map(
    ([key, inner]) => `<key>${escapeXml(key)}</key>\n${plistOf(inner)}`,
  );
  return `<dict>\n${indent(entries.join('\n'), 2)}\n</dict>`;
}

/** The same for the same name, as a profile keeps its id from one version to the next. */
function uuidOf(name: string): string {
  const hash = createHash('sha256').update(`Guestpass ${name}`).digest('hex').toUpperCase();
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}
