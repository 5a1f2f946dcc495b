import { wearTheme } from '../look/themes.js';
import { readAddress } from './address.js';
import { showBlade } from './blade-view.js';
import { sendToFrames } from './frames.js';
import { drawLeftMenu } from './left-menu.js';
import { routeOf } from './routes.js';
import { drawTopBar, showSession } from './top-bar.js';

const sessions = new Map();
let shownHref;
let turns = 0;

/** Who is signed in to a directory, and which directories there are to switch to. */
async function sessionOf(tenant = '') {
  if (!sessions.has(tenant)) {
    const answer = await fetch(`/api/session?tenant=${encodeURIComponent(tenant)}`);
    sessions.set(tenant, await answer.json());
  }
  return sessions.get(tenant);
}

/** Shows what the address says. Following a link fires both `popstate` and `hashchange`, and shows it once. */
async function show() {
  const { href } = location;
  if (href === shownHref) return;
  shownHref = href;
  const turn = ++turns;
  const address = readAddress(href);
  wearTheme(address.flags.theme);
  // `?directory=` stands for a directory chosen earlier, which the portal remembers without any address naming it.
  const session = await sessionOf(address.flags.directory ?? address.tenant);
  // The address moved on while the session was read.
  if (turn !== turns) return;
  showSession(session);
  showBlade(routeOf(address), address, session);
}

/** Goes to a fragment the way a link does (`hash`) or the way a router does (`pushState`). */
function navigate(hash, way = 'hash') {
  if (way === 'hash') {
    location.hash = hash;
    return;
  }
  history.pushState(null, '', location.pathname + location.search + hash);
  void show();
}

/** Changes the theme in place; the address keeps it, so that a reload keeps it too. */
function changeTheme(theme) {
  const url = new URL(location.href);
  url.searchParams.set('theme', theme);
  history.replaceState(null, '', url);
  shownHref = location.href;
  wearTheme(theme);
  sendToFrames({ kind: 'theme', theme });
}

window.portal = { navigate };
drawTopBar({ changeTheme });
drawLeftMenu();
addEventListener('hashchange', show);
addEventListener('popstate', show);
void show();
