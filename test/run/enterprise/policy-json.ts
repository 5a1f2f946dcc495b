import { type ChromiumBrowser, installValues } from './chromium-browsers';
import { type PolicySetting, samplesOf } from './policy-settings';

/**
 * A policy file of Chromium on Linux. https://www.chromium.org/administrators/linux-quick-start,
 * https://www.chromium.org/administrators/configuring-policy-for-extensions
 */
export function chromiumPolicies(browser: ChromiumBrowser, settings: PolicySetting[]): object {
  const { extensionId } = browser;
  return {
    ExtensionSettings: { [extensionId]: installValues(browser) },
    '3rdparty': { extensions: { [extensionId]: samplesOf(settings) } },
  };
}

/**
 * The `policies.json` of Firefox on every system.
 * https://extensionworkshop.com/documentation/enterprise/enterprise-development,
 * https://mozilla.github.io/policy-templates/#extensionsettings
 */
export function firefoxPolicies(addonId: string, installUrl: string, settings: PolicySetting[]): object {
  return {
    policies: {
      ExtensionSettings: { [addonId]: { installation_mode: 'force_installed', install_url: installUrl } },
      '3rdparty': { Extensions: { [addonId]: samplesOf(settings) } },
    },
  };
}
