import { render } from 'preact';
import { browser } from 'wxt/browser';
import { GuestpassPanel } from '../../components/guestpass-panel';
import { callAboutTab } from '../../utils/messages';

const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
callAboutTab(tab?.id);
const app = document.querySelector('#app');
if (app) render(<GuestpassPanel />, app);
