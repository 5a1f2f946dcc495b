import { button, element } from '../look/element.js';
import { icon } from '../look/icons.js';

let count = 0;

/** A drop-down as the portal draws it: one click opens the list, another one chooses. */
export function chooser(label, options, choose) {
  const id = `chooser-${++count}`;
  const shown = element('span', {}, 'Choose method');
  const list = element('.chooser-list', {
    role: 'listbox',
    id: `${id}-list`,
    'aria-label': label,
    hidden: true,
  });
  const opener = button('.chooser-button', undefined, () => open(list.hidden), shown, icon('chevron', 12));
  opener.setAttribute('role', 'combobox');
  opener.setAttribute('aria-haspopup', 'listbox');
  opener.setAttribute('aria-controls', list.id);
  opener.setAttribute('aria-labelledby', id);
  const open = (isOpen) => {
    list.hidden = !isOpen;
    opener.setAttribute('aria-expanded', String(isOpen));
  };
  for (const option of options) {
    const item = element(
      '.chooser-option',
      { role: 'option', tabindex: '0', 'aria-selected': 'false' },
      option,
    );
    const take = () => {
      open(false);
      shown.textContent = option;
      opener.setAttribute('aria-valuetext', option);
      for (const other of list.children) other.setAttribute('aria-selected', String(other === item));
      choose(option);
    };
    item.addEventListener('click', take);
    item.addEventListener('keydown', ({ key }) => key === 'Enter' && take());
    list.append(item);
  }
  open(false);
  return element('.chooser', {}, element('.field-label', { id }, label), opener, list);
}
