import { render } from 'preact';
import { browser } from 'wxt/browser';
import { AccountSection } from '../../components/account-section';
import { ChoiceSetting } from '../../components/choice-setting';
import { parseClientId } from '../../components/client-id';
import { formatMinutes, formatSeconds } from '../../components/format-time';
import { ManagedProblems } from '../../components/managed-problems';
import { nameLanguage } from '../../components/name-language';
import { PassIcon } from '../../components/pass-icon';
import { PortalSection } from '../../components/portal-section';
import { RecordSection } from '../../components/record-section';
import { type GivenBy, SetUpGuide } from '../../components/set-up-guide';
import { settingWords } from '../../components/setting-words';
import { SettingsFile } from '../../components/settings-file';
import { ShortcutSection } from '../../components/shortcut-section';
import { SwitchSetting } from '../../components/switch-setting';
import { parseTenantLock } from '../../components/tenant-lock';
import { TestConnection } from '../../components/test-connection';
import { TextSetting } from '../../components/text-setting';
import { guestLanguages, guestLanguageTags } from '../../utils/guest-language';
import { text } from '../../utils/interface-text';
import type { SettingName, Settings } from '../../utils/setting-schemas';
import {
  builtInClientId,
  onPolicyChanged,
  readLockedSettings,
  readPolicyProblems,
  readSettings,
  saveSettings,
} from '../../utils/settings';
import { portalDoor } from './portal-door';

nameLanguage();
document.title = text('optionsTitle');
const app = document.querySelector('#app');
const settings = await readSettings();
const locked = await readLockedSettings();
const problems = await readPolicyProblems();
const redirectUri = browser.identity.getRedirectURL();
const portals = await portalDoor.read();

/** What a setting is called, how it stands and how it is saved, for the component that shows it. */
const bound = <Name extends SettingName>(name: Name) => ({
  label: text(settingWords[name].label),
  saved: settings[name],
  locked: locked.includes(name),
  save: (value: Settings[Name]) => saveSettings({ [name]: value }),
});

// What became of an import, which has changed all that was on the screen.
const said = sessionStorage.getItem('said') ?? '';
sessionStorage.removeItem('said');

/** Who has brought the client id along, if not the admin. */
function givenBy(): GivenBy | undefined {
  if (locked.includes('clientId')) return 'organization';
  return builtInClientId !== '' && settings.clientId === builtInClientId ? 'build' : undefined;
}

const given = givenBy();

const whereToChangeShortcuts =
  {
    firefox: text('shortcutsInFirefox'),
    edge: 'edge://extensions/shortcuts',
  }[import.meta.env.BROWSER] ?? 'chrome://extensions/shortcuts';

onPolicyChanged(() => location.reload());

/** `tests` have been made of the connection: each may have changed who is signed in. */
function show(root: Element, tests = 0): void {
  render(
    <>
      <header>
        <PassIcon />
        <h1>{text('optionsTitle')}</h1>
      </header>
      <ManagedProblems problems={problems} />
      <SetUpGuide redirectUri={redirectUri} givenBy={given} isDone={settings.clientId !== ''} />
      <TextSetting
        id="client-id"
        heading={text('stepEnterId')}
        hint={text(given ? 'nothingToEnter' : 'overviewShowsId')}
        placeholder="00000000-0000-0000-0000-000000000000"
        {...bound('clientId')}
        parse={parseClientId}
      />
      <TextSetting
        id="tenant-lock"
        hint={text('tenantLockHint')}
        placeholder="contoso.com"
        {...bound('tenantLock')}
        parse={parseTenantLock}
      />
      <TestConnection redirectUri={redirectUri} onTested={() => show(root, tests + 1)} />
      <AccountSection key={tests} />
      <PortalSection first={portals} door={portalDoor} locked={locked} />
      <SwitchSetting id="show-for-members" hint={text('showForMembersHint')} {...bound('showForMembers')} />
      <SwitchSetting id="reason-required" hint={text('reasonRequiredHint')} {...bound('reasonRequired')} />
      <ChoiceSetting
        id="default-lifetime"
        {...bound('defaultLifetimeInMinutes')}
        choices={[0, 60, 120, 240, 480, 1440, 10_080]}
        nameOf={(minutes) => (minutes === 0 ? text('asPolicySays') : formatMinutes(minutes))}
      />
      <ChoiceSetting
        id="default-use"
        {...bound('defaultUse')}
        choices={['policy', 'oneTime', 'multiUse'] as const}
        nameOf={(use) => text(({ policy: 'asPolicySays', oneTime: 'yes', multiUse: 'no' } as const)[use])}
      />
      <SwitchSetting id="copy-at-once" hint={text('copyAtOnceHint')} {...bound('copyAtOnce')} />
      <ChoiceSetting
        id="message-language"
        hint={text('messageLanguageHint')}
        {...bound('messageLanguage')}
        choices={guestLanguageTags}
        nameOf={(tag) => guestLanguages[tag].name}
      />
      <SwitchSetting id="mask-pass" hint={text('maskPassHint')} {...bound('maskPass')} />
      <ChoiceSetting
        id="hide-pass-after"
        {...bound('hidePassAfterSeconds')}
        choices={[0, 30, 60, 120, 300]}
        nameOf={(seconds) =>
          seconds === 0 ? text('never') : seconds % 60 ? formatSeconds(seconds) : formatMinutes(seconds / 60)
        }
      />
      <SwitchSetting
        id="hide-on-tab-switch"
        hint={text('hideOnTabSwitchHint')}
        {...bound('hidePassOnTabSwitch')}
      />
      <ShortcutSection whereToChange={whereToChangeShortcuts} />
      <SettingsFile
        read={readSettings}
        locked={locked}
        save={saveSettings}
        changed={(said) => {
          sessionStorage.setItem('said', said);
          location.reload();
        }}
        said={said}
      />
      <RecordSection
        savedRetention={settings.recordRetentionInDays}
        retentionLocked={locked.includes('recordRetentionInDays')}
        saveRetention={(recordRetentionInDays) => saveSettings({ recordRetentionInDays })}
      />
    </>,
    root,
  );
}

if (app) show(app);
