import { element } from '../look/element.js';

const { bladeHost, headers } = window.fx.environment;
const bladeOrigin = `https://${bladeHost}`;
const sandbox =
  'allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';
const frames = new Map();
let made = 0;

/** Makes a hidden frame that loads the blade page ahead of its use. It learns what to show by message only. */
export function warmFrame() {
  const query = new URLSearchParams({ headers, trustedAuthority: location.origin, frame: String(made) });
  const frame = element('iframe.fxs-part-frame.fxs-reactview-frame', {
    id: `_react_frame_${made++}`,
    src: `${bladeOrigin}/React/Index?${query}#postParams/`,
    sandbox,
    allow: 'clipboard-read; clipboard-write',
    'aria-hidden': 'true',
    tabindex: '-1',
  });
  frames.set(frame, { isReady: false, waiting: [], hear: undefined });
  return frame;
}

/** Gives a frame its blade; resolves when it shows. `hear` gets what the blade says. */
export function activateFrame(frame, name, content, hear) {
  frame.name = name;
  frame.title = name;
  frames.get(frame).hear = hear;
  return new Promise((shown) => {
    whenReady(frame, () => {
      frame.classList.add('fxs-reactview-frame-active', 'fxs-blade-floated-frame');
      frame.removeAttribute('aria-hidden');
      frame.removeAttribute('tabindex');
      frame.contentWindow.postMessage({ kind: 'show', ...content }, bladeOrigin);
      shown();
    });
  });
}

/** Takes a frame away. */
export function dropFrame(frame) {
  frames.delete(frame);
  frame?.remove();
}

/** Tells every frame something. */
export function sendToFrames(message) {
  for (const frame of frames.keys())
    whenReady(frame, () => frame.contentWindow.postMessage(message, bladeOrigin));
}

function whenReady(frame, act) {
  const { isReady, waiting } = frames.get(frame);
  if (isReady) act();
  else waiting.push(act);
}

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== bladeOrigin) return;
  const [frame, known] = [...frames].find(([{ contentWindow }]) => contentWindow === source) ?? [];
  if (!frame) return;
  if (data.kind !== 'ready') return known.hear?.(data);
  known.isReady = true;
  for (const act of known.waiting.splice(0)) act();
});
