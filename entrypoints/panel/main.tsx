import { render } from 'preact';
import { browser } from 'wxt/browser';
import { DockedPanel } from '../../components/docked-panel';
import { followTheme } from '../../components/follow-theme';
import { nameLanguage } from '../../components/name-language';
import { openPortalPort } from '../../components/portal-port';
import { guardKeys } from '../../components/settled-focus';

nameLanguage();
followTheme();
guardKeys();
// Takes the line by which the content script notices that this page died; nothing is said on it.
browser.runtime.onConnect.addListener(() => {});
const app = document.querySelector('#app');
if (app) render(<DockedPanel portal={openPortalPort()} />, app);
