import type { Plugin } from 'vite';

/**
 * Modules of MSAL that Guestpass never reaches, and the class that each exports: signing in by popup, which
 * `launchWebAuthFlow` replaces, and the platform's broker, which stands behind `allowPlatformBroker`.
 * https://learn.microsoft.com/entra/msal/javascript/browser/device-bound-tokens
 */
export const omittedOfMsal = {
  'interaction_client/PopupClient.mjs': 'PopupClient',
  'interaction_client/PlatformAuthInteractionClient.mjs': 'PlatformAuthInteractionClient',
  'broker/nativeBroker/PlatformAuthDOMHandler.mjs': 'PlatformAuthDOMHandler',
  'broker/nativeBroker/PlatformAuthExtensionHandler.mjs': 'PlatformAuthExtensionHandler',
};

/** Leaves these modules out of the background, which every cold start would read. Whoever gets there all the same is told. */
export function msalOmitted(): Plugin {
  return {
    name: 'guestpass:msal-omitted',
    enforce: 'pre',
    load: {
      filter: { id: /@azure\/msal-browser\/dist\/.*\.mjs(\?|$)/ },
      handler(id) {
        const found = Object.entries(omittedOfMsal).find(([file]) =>
          id.split('?')[0]?.endsWith(`/dist/${file}`),
        );
        if (!found) return undefined;
        const [, name] = found;
        return `export class ${name} { constructor() { throw new Error('Left out: ${name}'); } }`;
      },
    },
  };
}
