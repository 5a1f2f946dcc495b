/** Runs in the portal's page: hides, covers, changes or moves the panel. */
type Disguise = [name: string, putOn: () => void];

/** Works on the root of the page, which even the top layer may follow. */
const ofRoot: [name: string, style: string][] = [
  ['a page that is faded', 'opacity: 0.01'],
  ['a page under a mask', 'mask-image: linear-gradient(transparent, transparent)'],
  ['a page under a filter', 'filter: contrast(0)'],
  ['a page that is blended', 'mix-blend-mode: screen'],
  ['a page that is scaled', 'transform: scale(0.5)'],
  ['a page that is zoomed', 'zoom: 0.5'],
];

/** Works on our host; what the page may write into it beats neither our own styles nor the eye of the content script. */
const ofHost: [name: string, style: string][] = [
  ['a host that is faded', 'opacity: 0.01'],
  ['a host under a mask', 'mask-image: linear-gradient(transparent, transparent)'],
  ['a host that is scaled', 'transform: scale(0.2)'],
  ['a host that is moved', 'right: 60px'],
  ['a host that is too short for the name', 'height: 90px'],
  ['a host under its own outline', 'outline: 200px solid white; outline-offset: -200px'],
];

/** What a page does besides styles. */
const tricks: Disguise[] = [
  [
    'a zoomed page with elements named like our tools',
    () => {
      for (const name of ['documentElement', 'visibilityState']) {
        const image = document.createElement('img');
        image.name = name;
        image.dataset.disguise = '';
        document.body.append(image);
      }
      document.querySelector('html')?.style.setProperty('zoom', '0.5');
    },
  ],
  ['a host without our styles', () => host().removeAttribute('style')],
  ['a host that is hidden for a moment', () => flicker('hidden')],
  ['a host out of the top layer for a moment', () => flicker('popover')],
  [
    'a host out of the top layer, and a cover',
    () => {
      host().hidePopover();
      cover(document.documentElement);
    },
  ],
  ['a host with something before it', () => ghost('guestpass-panel::before')],
  ['a host with something after it', () => ghost('guestpass-panel::after')],
  ['a popover that lets clicks through', () => cover(document.body).showPopover()],
  [
    'a popover in a closed shadow root',
    () => {
      const holder = document.createElement('div');
      holder.dataset.disguise = '';
      document.body.append(holder);
      cover(holder.attachShadow({ mode: 'closed' })).showPopover();
    },
  ],
  [
    'a dialog that lets clicks through',
    () => {
      const dialog = document.createElement('dialog');
      dialog.dataset.disguise = '';
      dialog.style.cssText = 'pointer-events:none;inset:0;width:100%;height:100%';
      document.body.append(dialog);
      dialog.showModal();
    },
  ],
  [
    'a view transition',
    () => {
      ghost('::view-transition');
      sheet('::view-transition-group(*) { animation-duration: 100s }');
      (document as Document & { startViewTransition?: (change: () => void) => void }).startViewTransition?.(
        () => {},
      );
    },
  ],
  [
    'an animation of the page',
    () => {
      document.documentElement.animate({ opacity: [0.01, 0.01] }, { duration: 1e6, id: 'disguise' });
    },
  ],
];

/** Ways to hide from the admin what a click does; `undress` takes each off again. */
export const disguises: [name: string, putOn: (style: string) => void, style: string][] = [
  ...ofRoot.map(([name, style]) => [name, dressRoot, style] as [string, (style: string) => void, string]),
  ...ofHost.map(([name, style]) => [name, dressHost, style] as [string, (style: string) => void, string]),
  ...tricks.map(([name, putOn]) => [name, putOn, ''] as [string, (style: string) => void, string]),
];

/** What can't reach into the top layer: the panel stays in sight. */
export const vain: Disguise[] = [
  ['a cover above everything', () => void cover(document.documentElement)],
  ['a cover that blurs', () => cover(document.body).style.setProperty('backdrop-filter', 'blur(50px)')],
  ['a faded body', () => document.body.style.setProperty('opacity', '0.01')],
  [
    'a masked body',
    () => document.body.style.setProperty('mask-image', 'linear-gradient(transparent, #0001)'),
  ],
  [
    'a dialog that is not modal',
    () => {
      const dialog = document.createElement('dialog');
      dialog.dataset.disguise = '';
      dialog.style.cssText =
        'position:fixed;inset:0;width:100%;height:100%;z-index:2147483647;pointer-events:none';
      document.body.append(dialog);
      dialog.show();
    },
  ],
  [
    'a frame above everything',
    () => {
      const frame = document.createElement('iframe');
      frame.dataset.disguise = '';
      frame.srcdoc = '<body style="background:white">';
      frame.style.cssText =
        'position:fixed;inset:0;width:100%;height:100%;z-index:2147483647;pointer-events:none';
      document.documentElement.append(frame);
    },
  ],
  [
    'an important style sheet',
    () =>
      sheet(
        'guestpass-panel { opacity: 0 !important; scale: 0 !important; outline: 200px solid !important; outline-offset: -200px !important }',
      ),
  ],
  [
    'an animation of the host',
    () => {
      host().animate({ opacity: [0, 0], translate: ['500px', '500px'] }, { duration: 1e6, id: 'disguise' });
    },
  ],
];

/** Runs in the portal's page, as all above do: what they share. */
export function installTools(): void {
  const tools = {
    host: () => document.querySelector<HTMLElement>('guestpass-panel') as HTMLElement,
    cover(into: ParentNode) {
      const cover = document.createElement('div');
      cover.dataset.disguise = '';
      cover.popover = 'manual';
      cover.style.cssText =
        'display:block;position:fixed;inset:0;width:100%;height:100%;background:#fff;pointer-events:none;z-index:2147483647';
      into.append(cover);
      return cover;
    },
    sheet(text: string) {
      const sheet = document.createElement('style');
      sheet.dataset.disguise = '';
      sheet.textContent = text;
      document.head.append(sheet);
    },
    /** What a pseudo-element looks like that covers all. */
    ghost: (selector: string) =>
      tools.sheet(
        `${selector} { content: ""; position: fixed; inset: 0; background: white; pointer-events: none; z-index: 9 }`,
      ),
    flicker(what: 'hidden' | 'popover') {
      if (what === 'hidden') tools.host().hidden = true;
      else tools.host().popover = 'auto';
      setTimeout(undress, 0);
    },
    undress() {
      document.querySelector('html')?.removeAttribute('style');
      document.body.removeAttribute('style');
      for (const animation of document.getAnimations()) if (animation.id === 'disguise') animation.cancel();
      for (const disguise of document.querySelectorAll('[data-disguise]')) disguise.remove();
      const { activeViewTransition } = document as Document & {
        activeViewTransition?: { skipTransition(): void };
      };
      activeViewTransition?.skipTransition();
      const host = tools.host();
      host.hidden = false;
      host.popover = 'manual';
      host.setAttribute('style', (globalThis as unknown as { ownStyle: string }).ownStyle);
      if (!host.matches(':popover-open')) host.showPopover();
    },
  };
  Object.assign(globalThis, tools);
}

// What `installTools` puts into the page, by name.
declare const host: () => HTMLElement;
declare const cover: (into: ParentNode) => HTMLElement;
declare const sheet: (text: string) => void;
declare const ghost: (selector: string) => void;
declare const flicker: (what: 'hidden' | 'popover') => void;
declare const undress: () => void;

function dressRoot(style: string): void {
  document.documentElement.style.cssText = style;
}

function dressHost(style: string): void {
  for (const rule of style.split('; ')) {
    const [name = '', value = ''] = rule.split(': ');
    host().style.setProperty(name, value, 'important');
  }
}
