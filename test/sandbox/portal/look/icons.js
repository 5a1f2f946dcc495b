const svg = 'http://www.w3.org/2000/svg';

/** Neutral line icons on a grid of 16: path data, and the colour where it is not the text's. */
const drawings = {
  menu: ['M2 4h12M2 8h12M2 12h12'],
  search: ['M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.2 10.2 14 14'],
  close: ['M3 3l10 10M13 3 3 13'],
  more: ['M3 8h.01M8 8h.01M13 8h.01'],
  pin: ['M9.5 2 14 6.5 11 8l-2 4-5-5 4-2ZM6.5 9.5 2.5 13.5'],
  bell: ['M4 11V7a4 4 0 0 1 8 0v4l1.5 1.5h-11ZM6.5 13.5a1.6 1.6 0 0 0 3 0'],
  gear: [
    'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4',
  ],
  help: [
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM6 6.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1M8 11.5v.01',
  ],
  feedback: ['M2 3h12v8H8l-3 2.5V11H2Z'],
  directory: ['M2 13.5V5l6-3 6 3v8.5ZM5.5 13.5v-3h5v3M5 6.5h.01M8 6.5h.01M11 6.5h.01'],
  home: ['M2 8l6-5.5L14 8M4 7v6.5h3v-4h2v4h3V7', '#0078d4'],
  person: ['M8 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM2.5 14c.3-3 2.6-4.5 5.5-4.5s5.2 1.5 5.5 4.5Z', '#0078d4'],
  people: [
    'M6 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM1.5 13.5c.3-2.7 2-4 4.5-4s4.2 1.3 4.5 4ZM11 4a2 2 0 0 1 0 4M12 9.7c1.5.5 2.3 1.7 2.5 3.8',
    '#3a96dd',
  ],
  device: ['M2 3h12v8H2ZM6 13.5h4M8 11v2.5', '#50a0d8'],
  app: ['M2 2h5v5H2ZM9 2h5v5H9ZM2 9h5v5H2ZM9 9h5v5H9Z', '#0078d4'],
  role: ['M8 1.5 13.5 4v4c0 3.2-2.3 5.3-5.5 6.5C4.8 13.3 2.5 11.2 2.5 8V4ZM5.5 8l2 2 3-3.5', '#498205'],
  unit: ['M3 14V2h6v12M9 6h4v8M5 5h2M5 8h2M5 11h2', '#8661c5'],
  license: ['M3 2h10v12l-2-1.5-1.5 1.5L8 12.5 6.5 14 5 12.5 3 14ZM5.5 5.5h5M5.5 8.5h5', '#0078d4'],
  log: ['M2.5 2h11v12h-11ZM5 5h6M5 8h6M5 11h4', '#0078d4'],
  signIn: ['M6 2h8v12H6M2 8h8M7.5 5.5 10 8l-2.5 2.5', '#0078d4'],
  wrench: [
    'M10 2.5a3.5 3.5 0 0 0-3 5L2.5 12 4 13.5 8.5 9a3.5 3.5 0 0 0 4.8-4.2L11 7 9 5l2.2-2.3Z',
    '#69797e',
  ],
  tag: ['M2 2h6l6 6-6 6-6-6ZM5 5h.01', '#ca5010'],
  key: ['M10.5 2a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM8 8l-6 6M3.5 12.5 5 14M5.5 10.5 7 12', '#c19c00'],
  shield: ['M8 1.5 13.5 4v4c0 3.2-2.3 5.3-5.5 6.5C4.8 13.3 2.5 11.2 2.5 8V4Z', '#0078d4'],
  risk: ['M8 2 14.5 13.5h-13ZM8 6.5v3.5M8 12v.01', '#d83b01'],
  bin: ['M3 4h10M6 4V2.5h4V4M4.5 4l.5 10h6l.5-10'],
  support: [
    'M8 2a5.5 5.5 0 0 0-5.5 5.5V11H5V7.5M8 2a5.5 5.5 0 0 1 5.5 5.5V11H11V7.5M13.5 11c0 2-1.5 3-4 3',
    '#0078d4',
  ],
  overview: ['M2.5 2.5h11v3h-11ZM2.5 8h5v5.5h-5ZM9.5 8h4v5.5h-4Z', '#0078d4'],
  azure: ['M4 11.5a3 3 0 0 1-.3-6A4 4 0 0 1 11.5 5a3.3 3.3 0 0 1 .5 6.5Z', '#0078d4'],
  lock: ['M3.5 7h9v7h-9ZM5.5 7V4.5a2.5 2.5 0 0 1 5 0V7', '#498205'],
  news: ['M2 3h10v10.5H3A1 1 0 0 1 2 12.5ZM12 6h2v6.5a1 1 0 0 1-2 0M4.5 6h5M4.5 9h5'],
  star: ['M8 1.8l1.9 4 4.3.6-3.1 3 .8 4.3L8 11.6l-3.9 2.1.8-4.3-3.1-3 4.3-.6Z'],
  globe: [
    'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM1.5 8h13M8 1.5c-4 4-4 9 0 13M8 1.5c4 4 4 9 0 13',
    '#038387',
  ],
  edit: ['M2.5 13.5 3.5 10 11 2.5 13.5 5 6 12.5Z'],
  refresh: ['M13.5 8A5.5 5.5 0 1 1 11.5 3.7M11.5 1v3h-3'],
  stop: ['M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM3.5 3.5l9 9'],
  add: ['M8 2v12M2 8h12'],
  columns: ['M2 3h12v10H2ZM6 3v10M10 3v10'],
  download: ['M8 2v8M5 7.5 8 10.5l3-3M2.5 13.5h11'],
  copy: ['M5.5 2h8v9h-8ZM10.5 11v3h-8V5h3'],
  chevron: ['M3.5 6 8 10.5 12.5 6'],
  collapse: ['M8 4 4 8l4 4M12.5 4l-4 4 4 4'],
  check: ['M2.5 8.5 6.5 12.5 13.5 4.5'],
  info: ['M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7v4.5M8 4.5v.01', '#015cda'],
  mail: ['M2 3.5h12v9H2ZM2 4l6 5 6-5', '#0078d4'],
  phone: ['M4.5 1.5h7v13h-7ZM7 12.5h2', '#0078d4'],
};

/** Draws an icon of 16 by 16 pixels, hidden from assistive technology. */
export function icon(name, size = 16) {
  const [path = '', colour] = drawings[name] ?? drawings.app;
  const drawn = document.createElementNS(svg, 'svg');
  drawn.setAttribute('viewBox', '0 0 16 16');
  drawn.setAttribute('width', String(size));
  drawn.setAttribute('height', String(size));
  drawn.setAttribute('aria-hidden', 'true');
  drawn.setAttribute('class', 'msportalfx-svg-icon');
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', path);
  line.setAttribute('fill', 'none');
  line.setAttribute('stroke', colour ?? 'currentColor');
  line.setAttribute('stroke-width', name === 'more' ? '2' : '1.25');
  line.setAttribute('stroke-linecap', 'round');
  line.setAttribute('stroke-linejoin', 'round');
  drawn.append(line);
  return drawn;
}
