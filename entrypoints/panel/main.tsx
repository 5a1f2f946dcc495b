import { render } from 'preact';
import { followTheme } from '../../components/follow-theme';
import { GuestpassPanel } from '../../components/guestpass-panel';

followTheme();
const app = document.querySelector('#app');
if (app) render(<GuestpassPanel />, app);
