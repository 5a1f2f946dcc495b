import { type ChromiumBrowser, installKey, installValues, policyKey } from './chromium-browsers';
import type { PolicySetting } from './policy-settings';
import { escapeXml, indent } from './xml';

const xml = '<?xml version="1.0" encoding="utf-8"?>';
const schema =
  'xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0"';

/** The policy that installs the extension; each other one is named as its setting. */
export const installPolicy = 'install';

/** Names the category in the template, and the template where it is ingested. */
export const templateName = ({ name }: ChromiumBrowser) => `Guestpass_${name}`;

/**
 * The administrative template: one policy installs the extension, each other one is a setting. It needs no other
 * template. https://learn.microsoft.com/previous-versions/windows/desktop/policy/schema-root
 */
export function admx(browser: ChromiumBrowser, settings: PolicySetting[]): string {
  const category = templateName(browser);
  return `${xml}
<policyDefinitions ${schema}>
  <policyNamespaces>
    <target prefix="guestpass_${browser.name}" namespace="Guestpass.Policies.${browser.name}" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions>
      <definition name="supported" displayName="$(string.supported)" />
    </definitions>
  </supportedOn>
  <categories>
    <category name="${category}" displayName="$(string.category)" />
  </categories>
  <policies>
    <policy ${attributesOf(installPolicy)} key="${installKey(browser)}">
      <parentCategory ref="${category}" />
      <supportedOn ref="supported" />
      <enabledList>
${Object.entries(installValues(browser)).map(listItem).join('\n')}
      </enabledList>
    </policy>
${settings.map((setting) => indent(policyOf(browser, setting), 4)).join('\n')}
  </policies>
</policyDefinitions>
`;
}

const attributesOf = (name: string) =>
  `name="${name}" class="Machine" displayName="$(string.${name})" explainText="$(string.${name}_explain)"`;

const listItem = ([name, value]: [string, string]) => `        <item valueName="${name}">
          <value>
            <string>${escapeXml(value)}</string>
          </value>
        </item>`;

function policyOf(browser: ChromiumBrowser, { name, type, minimum, maximum }: PolicySetting): string {
  const inside = `  <parentCategory ref="${templateName(browser)}" />
  <supportedOn ref="supported" />`;
  const key = `key="${policyKey(browser)}"`;
  if (type === 'boolean')
    return `<policy ${attributesOf(name)} ${key} valueName="${name}">
${inside}
  <enabledValue>
    <decimal value="1" />
  </enabledValue>
  <disabledValue>
    <decimal value="0" />
  </disabledValue>
</policy>`;
  const element =
    type === 'integer'
      ? `<decimal id="${name}" valueName="${name}" required="true" minValue="${minimum}" maxValue="${maximum}" />`
      : `<text id="${name}" valueName="${name}" required="true" />`;
  return `<policy ${attributesOf(name)} presentation="$(presentation.${name})" ${key}>
${inside}
  <elements>
    ${element}
  </elements>
</policy>`;
}

/** The words of the template in English. */
export function adml(browser: ChromiumBrowser, settings: PolicySetting[]): string {
  const strings = {
    supported: `${browser.title} on Windows 10 and later`,
    category: `Guestpass for ${browser.title}`,
    [installPolicy]: 'Install Guestpass',
    [`${installPolicy}_explain`]: `${browser.title} installs Guestpass for everybody on the device, and nobody can remove it.`,
    ...Object.fromEntries(
      settings.flatMap(({ name, title, description }) => [
        [name, title],
        [`${name}_explain`, `${description} Nobody else can change it then.`],
      ]),
    ),
  };
  const asked = settings.filter(({ type }) => type !== 'boolean');
  return `${xml}
<policyDefinitionResources ${schema}>
  <displayName>Guestpass for ${browser.title}</displayName>
  <description>Settings of Guestpass for ${browser.title}</description>
  <resources>
    <stringTable>
${Object.entries(strings)
  .map(([id, text]) => `      <string id="${id}">${escapeXml(text)}</string>`)
  .join('\n')}
    </stringTable>
    <presentationTable>
${asked.map((setting) => indent(presentationOf(setting), 6)).join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

function presentationOf({ name, title, type, default: value }: PolicySetting): string {
  const field =
    type === 'integer'
      ? `<decimalTextBox refId="${name}" defaultValue="${value}">${escapeXml(title)}</decimalTextBox>`
      : `<textBox refId="${name}">
    <label>${escapeXml(title)}</label>
  </textBox>`;
  return `<presentation id="${name}">
  ${field}
</presentation>`;
}
