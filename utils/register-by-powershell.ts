import { type AppRegistration, appName, graphAppId, permissionIds, signInAudience } from './app-registration';

/**
 * Commands for Microsoft Graph PowerShell that sign in, register the app and print its client id; in one block, so
 * that the first failure ends them all.
 * https://learn.microsoft.com/powershell/module/microsoft.graph.applications/new-mgapplication
 */
export function registerByPowerShell({ redirectUris, permissions }: AppRegistration): string {
  const uris = redirectUris.map((uri) => `        ${quoted(uri)}`).join('\n');
  const scopes = permissions
    .map((name) => `          @{ Id = ${quoted(permissionIds[name])}; Type = 'Scope' } # ${name}`)
    .join('\n');
  return `& {
  $ErrorActionPreference = 'Stop'
  Connect-MgGraph -Scopes 'Application.ReadWrite.All' -NoWelcome
  $application = @{
    DisplayName            = ${quoted(appName)}
    SignInAudience         = ${quoted(signInAudience)}
    Spa                    = @{
      RedirectUris = @(
${uris}
      )
    }
    RequiredResourceAccess = @(
      @{
        ResourceAppId  = ${quoted(graphAppId)}
        ResourceAccess = @(
${scopes}
        )
      }
    )
  }
  $app = New-MgApplication @application
  New-MgServicePrincipal -AppId $app.AppId | Out-Null
  "Application (client) ID: $($app.AppId)"
}
`;
}

/** Security: PowerShell ends such a string at curly quotes too, unless they are doubled. */
const quoted = (text: string) => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
