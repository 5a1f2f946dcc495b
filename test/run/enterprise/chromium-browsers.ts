import type { StoreIds } from './store-ids';

/** A browser with Chromium's policies: where they stand, and the extension's id in its store. */
export type ChromiumBrowser = {
  /** Part of file names and of ids in templates. */
  name: 'edge' | 'chrome';
  title: string;
  /** Below `HKEY_LOCAL_MACHINE`. */
  registryKey: string;
  /** Preference domain on macOS. */
  domain: string;
  updateUrl: string;
  extensionId: string;
};

/**
 * Microsoft Edge and Google Chrome.
 * https://learn.microsoft.com/deployedge/microsoft-edge-manage-extensions-ref-guide,
 * https://support.google.com/chrome/a/answer/9867568,
 * https://www.chromium.org/administrators/configuring-policy-for-extensions
 */
export function chromiumBrowsers({ edge, chrome }: StoreIds): ChromiumBrowser[] {
  return [
    {
      name: 'edge',
      title: 'Microsoft Edge',
      registryKey: 'SOFTWARE\\Policies\\Microsoft\\Edge',
      domain: 'com.microsoft.Edge',
      updateUrl: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
      extensionId: edge,
    },
    {
      name: 'chrome',
      title: 'Google Chrome',
      registryKey: 'SOFTWARE\\Policies\\Google\\Chrome',
      domain: 'com.google.Chrome',
      updateUrl: 'https://clients2.google.com/service/update2/crx',
      extensionId: chrome,
    },
  ];
}

/** The key whose values are the settings. */
export function policyKey({ registryKey, extensionId }: ChromiumBrowser): string {
  return `${registryKey}\\3rdparty\\extensions\\${extensionId}\\policy`;
}

/** The key that has the browser install the extension. */
export function installKey({ registryKey, extensionId }: ChromiumBrowser): string {
  return `${registryKey}\\ExtensionSettings\\${extensionId}`;
}

/** What stands there: installed for everybody, and nobody can remove it. */
export function installValues({ updateUrl }: ChromiumBrowser): Record<string, string> {
  return { installation_mode: 'force_installed', update_url: updateUrl };
}
