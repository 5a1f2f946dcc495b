import { type AppRegistration, appName } from './app-registration';

/**
 * How to register the app in the Microsoft Entra admin center, as plain text to pass on.
 * https://learn.microsoft.com/entra/identity-platform/quickstart-register-app
 */
export function registerByHand({ redirectUris, permissions }: AppRegistration): string {
  return `Register ${appName} in the Microsoft Entra admin center (https://entra.microsoft.com):

1. Entra ID > App registrations > New registration.
   Name: ${appName}
   Supported account types: Accounts in this organizational directory only (single tenant)
   Redirect URI: platform Single-page application (SPA)
${listed(redirectUris)}
2. API permissions > Add a permission > Microsoft Graph > Delegated permissions:
${listed(permissions)}
   Then Grant admin consent.
3. Overview: copy the Application (client) ID.

The app needs no secret and no certificate.
`;
}

const listed = (items: readonly string[]) => items.map((item) => `   - ${item}`).join('\n');
