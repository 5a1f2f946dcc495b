import { firefoxAddonId } from '../../sandbox/redirect-uris';
import { adml, admx } from './admx';
import { chromiumBrowsers } from './chromium-browsers';
import { intuneProfile } from './intune';
import { mobileconfig } from './mobileconfig';
import { chromiumPolicies, firefoxPolicies } from './policy-json';
import { policySettings } from './policy-settings';
import { powershell } from './powershell';
import { registryFile } from './registry-file';
import { type StoreIds, storeIds } from './store-ids';

/** Every generated file of `enterprise/`: its path there, and its text. */
export function enterpriseFiles(
  schema: { properties: Record<string, object> },
  ids: StoreIds = storeIds,
): Record<string, string> {
  const settings = policySettings(schema);
  const browsers = chromiumBrowsers(ids);
  return Object.assign(
    {
      'Set-GuestpassPolicy.ps1': powershell(browsers, settings),
      'firefox/policies.json': jsonText(firefoxPolicies(firefoxAddonId, ids.firefoxUrl, settings)),
    },
    ...browsers.map((browser) => {
      const path = `${browser.name}/guestpass-${browser.name}`;
      return {
        [`${path}.admx`]: admx(browser, settings),
        [`${browser.name}/en-US/guestpass-${browser.name}.adml`]: adml(browser, settings),
        [`${path}.reg`]: registryFile(browser, settings),
        [`${path}-intune.json`]: jsonText(intuneProfile(browser, settings)),
        [`${path}-linux.json`]: jsonText(chromiumPolicies(browser, settings)),
        [`${path}.mobileconfig`]: mobileconfig(browser, settings),
      };
    }),
  );
}

const jsonText = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;
