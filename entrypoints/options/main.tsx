import { render } from 'preact';
import { browser } from 'wxt/browser';
import { AccountSection } from '../../components/account-section';
import { parseClientId } from '../../components/client-id';
import { HidingSection } from '../../components/hiding-section';
import { PassIcon } from '../../components/icons';
import { ManagedProblems } from '../../components/managed-problems';
import { RecordSection } from '../../components/record-section';
import { SetUpGuide } from '../../components/set-up-guide';
import { settingWords } from '../../components/setting-words';
import { SwitchSetting } from '../../components/switch-setting';
import { parseTenantLock } from '../../components/tenant-lock';
import { TextSetting } from '../../components/text-setting';
import {
  onPolicyChanged,
  readLockedSettings,
  readPolicyProblems,
  readSettings,
  type SettingName,
  type Settings,
  saveSettings,
} from '../../utils/settings';

const app = document.querySelector('#app');
const settings = await readSettings();
const locked = await readLockedSettings();
const problems = await readPolicyProblems();
const words: Record<SettingName, { label: string }> = settingWords;

/** What a setting is called, how it stands and how it is saved, for the component that shows it. */
const bound = <Name extends SettingName>(name: Name) => ({
  label: words[name].label,
  saved: settings[name],
  locked: locked.includes(name),
  save: (value: Settings[Name]) => saveSettings({ [name]: value }),
});

onPolicyChanged(() => location.reload());

if (app)
  render(
    <>
      <header>
        <PassIcon />
        <h1>Guestpass options</h1>
      </header>
      <ManagedProblems problems={problems} />
      <TextSetting
        id="client-id"
        placeholder="00000000-0000-0000-0000-000000000000"
        {...bound('clientId')}
        parse={parseClientId}
      />
      <SetUpGuide redirectUri={browser.identity.getRedirectURL()} />
      <TextSetting
        id="tenant-lock"
        hint="The one tenant in which Guestpass works. Leave it empty if you work in several."
        placeholder="contoso.com"
        {...bound('tenantLock')}
        parse={parseTenantLock}
      />
      <SwitchSetting
        id="show-for-members"
        hint="Members can have a Temporary Access Pass too. Show the panel on their pages as well."
        {...bound('showForMembers')}
      />
      <SwitchSetting
        id="reason-required"
        hint="Each pass then asks for a reason or ticket number, which the record keeps."
        {...bound('reasonRequired')}
      />
      <HidingSection {...bound('hidePassAfterSeconds')} />
      <SwitchSetting
        id="hide-on-tab-switch"
        hint="It hides when you leave its tab, however short the time."
        {...bound('hidePassOnTabSwitch')}
      />
      <AccountSection />
      <RecordSection
        savedRetention={settings.recordRetentionInDays}
        retentionLocked={locked.includes('recordRetentionInDays')}
        saveRetention={(recordRetentionInDays) => saveSettings({ recordRetentionInDays })}
      />
    </>,
    app,
  );
