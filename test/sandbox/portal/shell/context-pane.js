import { button, element } from '../look/element.js';
import { icon } from '../look/icons.js';
import { activateFrame, dropFrame, warmFrame } from './frames.js';

const main = document.querySelector('.fxs-portal-main');
let pane;
let frame;

/** Opens a pane that slides in from the right, with a page in a frame of its own; `done` runs when the page is. */
export function openPane({ page, title, frameName }, content, done) {
  closePane();
  frame = warmFrame();
  pane = element(
    'section.fxs-contextpane',
    { 'aria-label': title },
    element(
      'header.fxs-contextpane-header',
      {},
      element('h2.fxs-contextpane-title', {}, title),
      button('.fxs-blade-close', 'Close pane', closePane, icon('close', 18)),
    ),
    frame,
  );
  main.append(pane);
  activateFrame(frame, frameName, { ...content, page }, (said) => {
    if (said.kind !== 'closePane') return;
    closePane();
    done();
  });
}

/** Closes the pane, if one is open. */
export function closePane() {
  if (frame) dropFrame(frame);
  pane?.remove();
  pane = undefined;
  frame = undefined;
}
