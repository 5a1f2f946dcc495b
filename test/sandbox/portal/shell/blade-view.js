import { element } from '../look/element.js';
import { icon } from '../look/icons.js';
import { closePane, openPane } from './context-pane.js';
import { activateFrame, dropFrame, warmFrame } from './frames.js';

const layout = document.querySelector('.fxs-journey-layout');
const { name: product } = window.fx.environment;
let section;
let frame;
let warm;

/** Replaces the blade: header and menu in this document, content in a frame that floats over it. */
export function showBlade(route, address, session) {
  closePane();
  section?.remove();
  dropFrame(frame);
  const { page, frameName, title, items = [], selected } = route;
  const titleText = element('h2.fxs-blade-title-titleText');
  const room = element('.fxs-blade-content');
  const entitle = (text) => {
    const item = selected && selected !== items[0] ? [element('span', {}, ` | ${selected.words}`)] : [];
    titleText.replaceChildren(text, ...item);
    document.title = `${titleText.textContent || product} - ${product}`;
  };
  section = element(
    'section.fxs-blade.fxs-blade-maximized',
    {},
    breadcrumb(route),
    header(titleText, session.tenant.displayName, selected?.icon),
    element('.fxs-blade-body', {}, items.length > 0 && bladeMenu(items, selected), room),
  );
  entitle(title ?? '');
  frame = warm ?? warmFrame();
  warm = undefined;
  const content = {
    page,
    title,
    words: selected?.words ?? title,
    tenant: session.tenant.id,
    theme: address.flags.theme,
    parameters: address.parameters,
  };
  const shown = activateFrame(frame, frameName, content, (said) => {
    if (said.kind === 'title') entitle(said.text);
    if (said.kind === 'navigate') location.hash = said.hash;
    // What a pane changed, the blade below shows anew.
    if (said.kind === 'openPane')
      openPane(said, { ...content, ...themeNow() }, () => showBlade(route, address, session));
  });
  // A frame loads anew when it is moved in the tree, so it gets its last place at once.
  if (!frame.isConnected) layout.append(frame);
  layout.prepend(section);
  float(frame, room);
  shown.then(keepOneWarm);
}

/** The theme may have changed in place since the blade was shown. */
const themeNow = () => ({ theme: new URL(location.href).searchParams.get('theme') });

/** The next blade's frame loads hidden, after the shown one and never beside it. */
function keepOneWarm() {
  if (warm) return;
  warm = warmFrame();
  layout.append(warm);
}

/** Keeps the frame over its room. */
function float(floated, room) {
  const place = () => {
    const { left, top, width, height } = room.getBoundingClientRect();
    const origin = layout.getBoundingClientRect();
    Object.assign(floated.style, {
      left: `${left - origin.left}px`,
      top: `${top - origin.top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  };
  new ResizeObserver(place).observe(room);
  place();
}

function breadcrumb({ above }) {
  return element(
    'nav.fxs-breadcrumb',
    { 'aria-label': 'Breadcrumb' },
    above.flatMap(({ words, hash }) => [
      element('a.fxs-breadcrumb-link', { href: hash }, words),
      element('span.fxs-breadcrumb-divider', { 'aria-hidden': 'true' }, '›'),
    ]),
  );
}

function header(titleText, subtitle, picture = 'overview') {
  return element(
    'header.fxs-blade-header',
    {},
    element('.fxs-blade-header-icon', {}, icon(picture, 30)),
    element('.fxs-blade-title', {}, titleText, element('.fxs-blade-title-subtitle', {}, subtitle)),
    element(
      'button.fxs-blade-close',
      { type: 'button', 'aria-label': 'Close', onclick: () => history.back() },
      icon('close', 18),
    ),
  );
}

function bladeMenu(items, selected) {
  return element(
    'nav.fxs-blade-menu',
    { 'aria-label': 'Blade menu' },
    element(
      '.fxs-blade-menu-search',
      {},
      icon('search', 14),
      element('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search the menu' }),
      icon('collapse', 14),
    ),
    items.flatMap((item) => [
      item.heading && element('.fxs-blade-menu-heading', {}, item.heading),
      element(
        `a.fxs-blade-menu-item${item === selected ? '.fxs-blade-menu-item-selected' : ''}`,
        { href: item.hash, 'aria-current': item === selected && 'page' },
        icon(item.icon),
        element('span', {}, item.words),
      ),
    ]),
  );
}
