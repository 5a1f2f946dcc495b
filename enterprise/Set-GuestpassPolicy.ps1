<#
.SYNOPSIS
Installs Guestpass in Microsoft Edge and Google Chrome on this device, and sets it.

.DESCRIPTION
Writes the policies of both browsers below HKEY_LOCAL_MACHINE. A setting that is given is locked in Options; one that is
not given stays with the admin. Where Microsoft Intune runs this script without parameters, edit their defaults.

.EXAMPLE
.\Set-GuestpassPolicy.ps1 -EdgeExtensionId <id> -ClientId <guid> -TenantLock contoso.com -ReasonRequired $true

.EXAMPLE
.\Set-GuestpassPolicy.ps1 -EdgeExtensionId <id> -Remove
#>
#Requires -RunAsAdministrator
param(
  # Id of Guestpass in Microsoft Edge: 32 letters. The browser is left alone without it.
  [string] $EdgeExtensionId = 'EDGE_EXTENSION_ID',
  # Id of Guestpass in Google Chrome: 32 letters. The browser is left alone without it.
  [string] $ChromeExtensionId = 'CHROME_EXTENSION_ID',
  # Application (client) ID. Application (client) ID of your organization's app registration.
  [string] $ClientId,
  # Cloud. The Microsoft cloud of your app registration: global, usgov or china.
  [string] $Cloud,
  # Tenant. The one tenant in which Guestpass works: its id or a verified domain. Empty: any.
  [string] $TenantLock,
  # Azure portal. Whether Guestpass is in the Azure portal, too. Each admin has to grant access once, in Options.
  [Nullable[bool]] $ShowInAzurePortal,
  # Intune admin center. Whether Guestpass is in the Intune admin center, too. Each admin has to grant access once, in Options.
  [Nullable[bool]] $ShowInIntune,
  # Panel for members. Whether the panel is shown on the pages of members, too.
  [Nullable[bool]] $ShowForMembers,
  # Reason or ticket required. Whether each pass needs a reason or ticket for the record.
  [Nullable[bool]] $ReasonRequired,
  # Mask the pass. Whether a pass just issued is masked until the admin chooses Show pass.
  [Nullable[bool]] $MaskPass,
  # Hide a shown pass after. Seconds after which a pass that is shown hides by itself, at most 86400; 0 never hides it.
  [Nullable[int]] $HidePassAfterSeconds,
  # Hide a shown pass on tab switch. Whether a pass that is shown hides when the admin leaves its tab.
  [Nullable[bool]] $HidePassOnTabSwitch,
  # Lifetime to begin with. Minutes that each pass begins with, at most 43200; 0 leaves it to the tenant's policy.
  [Nullable[int]] $DefaultLifetimeInMinutes,
  # One-time use to begin with. oneTime or multiUse: what each pass begins with; policy leaves it to the tenant's policy.
  [string] $DefaultUse,
  # Copy the pass at once. Whether the click that issues a pass puts it on the clipboard.
  [Nullable[bool]] $CopyAtOnce,
  # Language of the message. For guests whose account names no language of ours: en, de, fr, es, pt-BR, ja, zh-Hans or ar.
  [string] $MessageLanguage,
  # Keep entries for. For how many days the record keeps an order, at most 36500; 0 keeps none.
  [Nullable[int]] $RecordRetentionInDays,
  # Takes away what an earlier run wrote.
  [switch] $Remove
)
$ErrorActionPreference = 'Stop'

$policy = [ordered]@{
  clientId = $ClientId
  cloud = $Cloud
  tenantLock = $TenantLock
  showInAzurePortal = $ShowInAzurePortal
  showInIntune = $ShowInIntune
  showForMembers = $ShowForMembers
  reasonRequired = $ReasonRequired
  maskPass = $MaskPass
  hidePassAfterSeconds = $HidePassAfterSeconds
  hidePassOnTabSwitch = $HidePassOnTabSwitch
  defaultLifetimeInMinutes = $DefaultLifetimeInMinutes
  defaultUse = $DefaultUse
  copyAtOnce = $CopyAtOnce
  messageLanguage = $MessageLanguage
  recordRetentionInDays = $RecordRetentionInDays
}
$browsers = @(
  @{ Title = 'Microsoft Edge'; Id = $EdgeExtensionId; Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; UpdateUrl = 'https://edge.microsoft.com/extensionwebstorebase/v1/crx' }
  @{ Title = 'Google Chrome'; Id = $ChromeExtensionId; Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; UpdateUrl = 'https://clients2.google.com/service/update2/crx' }
)

foreach ($browser in $browsers) {
  if ($browser.Id -cnotmatch '^[a-p]{32}$') {
    Write-Warning "$($browser.Title) is left alone: '$($browser.Id)' is not an extension id."
    continue
  }
  $install = "$($browser.Key)\ExtensionSettings\$($browser.Id)"
  $extension = "$($browser.Key)\3rdparty\extensions\$($browser.Id)"
  foreach ($key in $install, $extension) {
    if (Test-Path $key) { Remove-Item $key -Recurse }
  }
  if ($Remove) { continue }

  New-Item $install -Force | Out-Null
  New-ItemProperty $install -Name installation_mode -Value force_installed -PropertyType String | Out-Null
  New-ItemProperty $install -Name update_url -Value $browser.UpdateUrl -PropertyType String | Out-Null

  New-Item "$extension\policy" -Force | Out-Null
  foreach ($name in $policy.Keys) {
    $value = $policy[$name]
    if ($null -eq $value -or '' -eq $value) { continue }
    if ($value -is [string]) {
      New-ItemProperty "$extension\policy" -Name $name -Value $value -PropertyType String | Out-Null
    } else {
      New-ItemProperty "$extension\policy" -Name $name -Value ([int] $value) -PropertyType DWord | Out-Null
    }
  }
}
