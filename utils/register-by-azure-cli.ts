import { type AppRegistration, appName, graphAppId, permissionIds, signInAudience } from './app-registration';

/**
 * Commands for Bash with the Azure CLI (`az login` came before) that register the app and print its client id. One
 * request makes the whole app, for `az ad app create` knows no redirect URIs of single-page applications.
 * https://learn.microsoft.com/graph/api/application-post-applications,
 * https://learn.microsoft.com/cli/azure/use-azure-cli-rest-command
 */
export function registerByAzureCli({ redirectUris, permissions }: AppRegistration): string {
  const application = {
    displayName: appName,
    signInAudience,
    spa: { redirectUris },
    requiredResourceAccess: [
      {
        resourceAppId: graphAppId,
        resourceAccess: permissions.map((name) => ({ id: permissionIds[name], type: 'Scope' })),
      },
    ],
  };
  return `appId="$(az rest --method POST \\
  --url 'https://graph.microsoft.com/v1.0/applications' \\
  --headers 'Content-Type=application/json' \\
  --query appId --output tsv \\
  --body ${quoted(JSON.stringify(application, undefined, 2))})" &&
  az ad sp create --id "$appId" --output none &&
  echo "Application (client) ID: $appId"
`;
}

/** Security: for Bash this is one word, whatever the text holds. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
