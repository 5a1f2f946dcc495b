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
  /** Presses the first button of this name, if there is one, whatever it looks like. */
  press(name: string): boolean;
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
    listen(to) {
      hear = to;
      early.forEach(to);
    },
  };
  render(createElement(Panel, { portal }), root as unknown as Element);

  const elements = () => [...root.all()].filter(({ nodeType }) => nodeType === 1);
  const textOf = (matches: (node: SmallNode) => boolean) => elements().find(matches)?.textContent ?? '';
  const withClass = (name: string) => (node: SmallNode) =>
    (node.getAttribute('class') ?? '').split(' ').includes(name);
  const withRole = (role: string) => (node: SmallNode) => node.getAttribute('role') === role;
  const buttons = () => elements().filter(({ localName }) => localName === 'button');

  return {
    hear: (url) => hear({ url }),
    look: () => ({
      name: textOf(withClass('upn')),
      buttons: buttons().map(({ textContent }) => textContent),
      pass: textOf(withClass('pass-state')),
      alert: elements()
        .filter(withRole('alert'))
        .map(({ textContent }) => textContent)
        .join(' '),
      status: elements()
        .filter(withRole('status'))
        .map(({ textContent }) => textContent)
        .join(' '),
      hasPass: elements().some(withClass('hero')),
      code: textOf(({ localName }) => localName === 'output'),
      busy: elements().some((node) => withClass('spinner')(node) || withClass('skeleton')(node)),
      text: root.textContent,
    }),
    press(name) {
      const button = buttons().find(({ textContent }) => textContent === name);
      button?.click();
      return button !== undefined;
    },
    source: () => [...root.all()].flatMap((node) => [node.data, ...node.attributes.values()]).join('\n'),
    unload: () => render(null, root as unknown as Element),
  };
}
