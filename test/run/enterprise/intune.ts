import { admx, installPolicy, templateName } from './admx';
import type { ChromiumBrowser } from './chromium-browsers';
import { type PolicySetting, sampleOf } from './policy-settings';
import { escapeXml } from './xml';

/**
 * A custom profile for Windows that ingests our template and sets its policies. The settings catalog would be nicer to
 * look at, but it knows Microsoft's own list of policies only, and no extension's.
 * https://learn.microsoft.com/graph/api/intune-deviceconfig-windows10customconfiguration-create,
 * https://learn.microsoft.com/deployedge/configure-edge-with-mdm
 */
export function intuneProfile(browser: ChromiumBrowser, settings: PolicySetting[]): object {
  const template = templateName(browser);
  const policy = (name: string, displayName: string, value: string) =>
    omaSetting(displayName, `Config/${template}~Policy~${template}/${name}`, value);
  return {
    '@odata.type': '#microsoft.graph.windows10CustomConfiguration',
    displayName: `Guestpass for ${browser.title}`,
    description: `Installs Guestpass in ${browser.title} and sets it.`,
    omaSettings: [
      omaSetting(
        'Template',
        `ConfigOperations/ADMXInstall/${template}/Policy/${template}_admx`,
        admx(browser, settings),
      ),
      policy(installPolicy, 'Install Guestpass', '<enabled/>'),
      ...settings.map((setting) => policy(setting.name, setting.title, policyValue(setting))),
    ],
  };
}

const omaSetting = (displayName: string, uri: string, value: string) => ({
  '@odata.type': '#microsoft.graph.omaSettingString',
  displayName,
  omaUri: `./Device/Vendor/MSFT/Policy/${uri}`,
  value,
});

/** https://learn.microsoft.com/windows/client-management/understanding-admx-backed-policies */
function policyValue(setting: PolicySetting): string {
  const value = sampleOf(setting);
  if (typeof value === 'boolean') return value ? '<enabled/>' : '<disabled/>';
  return `<enabled/><data id="${setting.name}" value="${escapeXml(String(value))}"/>`;
}
