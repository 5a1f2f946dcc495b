import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ClientIdForm } from '../../components/client-id-form';
import { PassIcon } from '../../components/icons';
import { SetUpGuide } from '../../components/set-up-guide';
import { readSettings, saveSettings } from '../../utils/settings';

const app = document.querySelector('#app');
const settings = await readSettings();
if (app)
  render(
    <>
      <header>
        <PassIcon />
        <h1>Guestpass options</h1>
      </header>
      <ClientIdForm
        saved={settings.clientId}
        save={async (clientId) => saveSettings({ ...(await readSettings()), clientId })}
      />
      <SetUpGuide redirectUri={browser.identity.getRedirectURL()} />
    </>,
    app,
  );
