import { render } from 'preact';
import { followTheme } from '../../components/follow-theme';
import { GuestpassPanel } from '../../components/guestpass-panel';
import { openPortalPort } from '../../components/portal-port';

followTheme();
const app = document.querySelector('#app');
if (app) render(<GuestpassPanel portal={openPortalPort()} />, app);
