import { type AppRegistration, appName, graphAppId, permissionIds, signInAudience } from './app-registration';

/**
 * A Bicep file that registers the app by the Microsoft Graph extension, and can be deployed again after a change.
 * https://learn.microsoft.com/graph/templates/bicep/reference/applications
 */
export function registerByBicep({ redirectUris, permissions }: AppRegistration): string {
  const uris = redirectUris.map((uri) => `      ${quoted(uri)}`).join('\n');
  const scopes = permissions
    .map((name) => `        { id: ${quoted(permissionIds[name])}, type: 'Scope' } // ${name}`)
    .join('\n');
  return `extension 'br:mcr.microsoft.com/bicep/extensions/microsoftgraph/v1.0:1.0.0'

resource app 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: ${quoted(appName.toLowerCase())}
  displayName: ${quoted(appName)}
  signInAudience: ${quoted(signInAudience)}
  spa: {
    redirectUris: [
${uris}
    ]
  }
  requiredResourceAccess: [
    {
      resourceAppId: ${quoted(graphAppId)}
      resourceAccess: [
${scopes}
      ]
    }
  ]
}

resource servicePrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: app.appId
}

output clientId string = app.appId
`;
}

/** Security: a string of Bicep ends at a quote, and `\${` begins an expression in it. */
const quoted = (text: string) => `'${text.replace(/\\|'|\$\{/g, '\\$&')}'`;
