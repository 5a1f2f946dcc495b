import { createElement, type FunctionComponent, render } from 'preact';
import type { FromPortal, PortalPort } from '../../components/portal-port';
import { SmallNode } from './small-dom';

/** What a person finds in the panel at one moment. */
export type Seen = {
  /** User principal name of the one who is shown; empty where there is none. */
  name: string;
  /** Names of the buttons, in their order. */
  buttons: string[];
  /** The line about the current pass. */
  pass: string;
  alert: string;
  status: string;
  /** The panel shows a pass just issued, in clear or not. */
  hasPass: boolean;
  /** That pass as it is written there: bullets, unless it was asked for. */
  code: string;
  busy: boolean;
  text: string;
};

/** One page of the portal with the panel in its frame, from load to unload. */
export type Page = {
  /** The content script tells the panel where the tab is. */
  hear(address: string): void;
  look(): Seen;
  /** Presses the first button of this name, if there is one, whatever it looks like; not `isTrusted` from a script. */
  press(name: string, isTrusted?: boolean): boolean;
  /** Every text and attribute of the page. */
  source(): string;
  unload(): void;
};

/** Loads a page whose panel is `Panel`. */
export function loadPage(Panel: FunctionComponent<{ portal: PortalPort }>): Page {
  const root = new SmallNode(1, 'div', 'http://www.w3.org/1999/xhtml');
  // A port keeps what is told before anybody listens.
  const early: FromPortal[] = [];
  let hear = (message: FromPortal): void => void early.push(message);
  const portal: PortalPort = {
    tell() {},
    listenToStance() {},
    listen(to) {
      hear = to;
      early.forEach(to);
    },
  };
  render(createElement(Panel, { portal }), root as unknown as Element);

  const elements = () => root.all().filter(({ nodeType }) => nodeType === 1);
  const buttons = () => elements().filter(({ localName }) => localName === 'button');

  function look(): Seen {
    const seen: Seen = {
      name: '',
      buttons: [],
      pass: '',
      alert: '',
      status: '',
      hasPass: false,
      code: '',
      busy: false,
      text: root.textContent,
    };
    for (const node of elements()) {
      const role = node.getAttribute('role');
      const classes = (node.getAttribute('class') ?? '').split(' ');
      if (node.localName === 'button') seen.buttons.push(node.textContent);
      if (node.localName === 'output') seen.code = node.textContent;
      if (role === 'alert') seen.alert += node.textContent;
      if (role === 'status') seen.status += node.textContent;
      if (classes.includes('upn')) seen.name = node.textContent;
      if (classes.includes('pass-state')) seen.pass = node.textContent;
      if (classes.includes('hero')) seen.hasPass = true;
      if (classes.includes('spinner') || classes.includes('skeleton')) seen.busy = true;
    }
    return seen;
  }

  return {
    hear: (url) => hear({ url }),
    look,
    press(name, isTrusted = true) {
      const button = buttons().find(({ textContent }) => textContent === name);
      button?.click(isTrusted);
      return button !== undefined;
    },
    source: () =>
      root
        .all()
        .flatMap((node) => [node.data, ...node.attributes.values()])
        .join('\n'),
    unload: () => render(null, root as unknown as Element),
  };
}
