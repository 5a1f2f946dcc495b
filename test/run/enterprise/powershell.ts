import type { ChromiumBrowser } from './chromium-browsers';
import type { PolicySetting } from './policy-settings';

const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const types = { string: 'string', boolean: 'Nullable[bool]', integer: 'Nullable[int]' };
const idParameter = ({ name }: ChromiumBrowser) => `${capitalized(name)}ExtensionId`;

/**
 * A script that installs the extension and sets what its parameters say, or takes all of that away again. A
 * management system that passes no parameters runs it with its edited defaults.
 */
export function powershell(browsers: ChromiumBrowser[], settings: PolicySetting[]): string {
  return `<#
.SYNOPSIS
Installs Guestpass in Microsoft Edge and Google Chrome on this device, and sets it.

.DESCRIPTION
Writes the policies of both browsers below HKEY_LOCAL_MACHINE. A setting that is given is locked in Options; one that is
not given stays with the admin. Where Microsoft Intune runs this script without parameters, edit their defaults.

.EXAMPLE
.\\Set-GuestpassPolicy.ps1 -EdgeExtensionId <id> -ClientId <guid> -TenantLock contoso.com -ReasonRequired $true

.EXAMPLE
.\\Set-GuestpassPolicy.ps1 -EdgeExtensionId <id> -Remove
#>
#Requires -RunAsAdministrator
param(
${browsers.map((browser) => `  # Id of Guestpass in ${browser.title}: 32 letters. The browser is left alone without it.\n  [string] $${idParameter(browser)} = '${browser.extensionId}',`).join('\n')}
${settings.map(({ name, title, description, type }) => `  # ${title}. ${description}\n  [${types[type]}] $${capitalized(name)},`).join('\n')}
  # Takes away what an earlier run wrote.
  [switch] $Remove
)
$ErrorActionPreference = 'Stop'

$policy = [ordered]@{
${settings.map(({ name }) => `  ${name} = $${capitalized(name)}`).join('\n')}
}
$browsers = @(
${browsers.map((browser) => `  @{ Title = '${browser.title}'; Id = $${idParameter(browser)}; Key = 'HKLM:\\${browser.registryKey}'; UpdateUrl = '${browser.updateUrl}' }`).join('\n')}
)

foreach ($browser in $browsers) {
  if ($browser.Id -cnotmatch '^[a-p]{32}$') {
    Write-Warning "$($browser.Title) is left alone: '$($browser.Id)' is not an extension id."
    continue
  }
  $install = "$($browser.Key)\\ExtensionSettings\\$($browser.Id)"
  $extension = "$($browser.Key)\\3rdparty\\extensions\\$($browser.Id)"
  foreach ($key in $install, $extension) {
    if (Test-Path $key) { Remove-Item $key -Recurse }
  }
  if ($Remove) { continue }

  New-Item $install -Force | Out-Null
  New-ItemProperty $install -Name installation_mode -Value force_installed -PropertyType String | Out-Null
  New-ItemProperty $install -Name update_url -Value $browser.UpdateUrl -PropertyType String | Out-Null

  New-Item "$extension\\policy" -Force | Out-Null
  foreach ($name in $policy.Keys) {
    $value = $policy[$name]
    if ($null -eq $value -or '' -eq $value) { continue }
    if ($value -is [string]) {
      New-ItemProperty "$extension\\policy" -Name $name -Value $value -PropertyType String | Out-Null
    } else {
      New-ItemProperty "$extension\\policy" -Name $name -Value ([int] $value) -PropertyType DWord | Out-Null
    }
  }
}
`;
}
