/** Makes an element: `on…` properties are listeners, the rest attributes; children are elements or text. */
export function element(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const made = document.createElement(name || 'div');
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return made;
}

/** A button with an icon or text in it. */
export function button(tag, label, onclick, ...children) {
  return element(`button${tag}`, { type: 'button', 'aria-label': label, onclick }, ...children);
}
