import { button, element } from '../look/element.js';
import { icon } from '../look/icons.js';

let close = () => {};

/** Opens a menu below a button of the top bar; a second click, Escape or a click elsewhere closes it. */
export function openMenu(opener, items) {
  if (opener.getAttribute('aria-expanded') === 'true') return close();
  close();
  const menu = element('.fxs-dropmenu', { role: 'menu', 'aria-label': opener.getAttribute('aria-label') });
  for (const { words, detail, heading, isCurrent, act } of items) {
    if (heading) {
      menu.append(element('.fxs-dropmenu-heading', { role: 'presentation' }, words));
      continue;
    }
    const choose = () => {
      close();
      act();
    };
    const item = button(
      '.fxs-dropmenu-item',
      undefined,
      choose,
      element('span', {}, words),
      detail && element('span.fxs-dropmenu-detail', {}, detail),
      isCurrent && icon('check', 14),
    );
    item.setAttribute('role', 'menuitem');
    menu.append(item);
  }
  const leave = (event) => {
    if (
      event.type === 'keydown'
        ? event.key === 'Escape'
        : !menu.contains(event.target) && !opener.contains(event.target)
    )
      close();
  };
  close = () => {
    menu.remove();
    opener.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', leave, true);
    document.removeEventListener('keydown', leave, true);
    close = () => {};
  };
  document.addEventListener('pointerdown', leave, true);
  document.addEventListener('keydown', leave, true);
  opener.setAttribute('aria-expanded', 'true');
  document.getElementById('web-container').append(menu);
}
