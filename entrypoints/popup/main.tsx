import { render } from 'preact';
import { browser } from 'wxt/browser';
import { nameLanguage } from '../../components/name-language';
import { Popup } from '../../components/popup';
import { callAboutTab } from '../../utils/messages';

nameLanguage();
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
callAboutTab(tab?.id);
const app = document.querySelector('#app');
if (app) render(<Popup tab={tab} />, app);
