/** What a hostile script of the portal's page noted. */
export type Loot = { roots: ShadowRoot[]; heard: string[] };

/**
 * Runs in the portal's page before any other script, and wants to know everything: opens closed shadow roots, listens
 * to messages, to the clipboard and to keys, and looks into every string and message that goes through a prototype.
 */
export function spyOnPage(): void {
  const loot: Loot = { roots: [], heard: [] };
  (globalThis as unknown as { loot: Loot }).loot = loot;
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, { ...init, mode: 'open' });
    loot.roots.push(root);
    return root;
  };
  // Whoever defined an element before it gets a closed shadow root is given that root:
  // https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-shadowroot
  class Guestpass extends HTMLElement {
    readonly internals = this.attachInternals();
    connectedCallback() {
      if (this.internals.shadowRoot) loot.roots.push(this.internals.shadowRoot);
    }
  }
  customElements.define('guestpass-panel', Guestpass);
  const { stringify, parse } = JSON;
  JSON.stringify = ((...given: Parameters<typeof stringify>) => {
    const text = stringify(...given);
    loot.heard.push(text);
    return text;
  }) as typeof stringify;
  JSON.parse = (text, reviver) => {
    loot.heard.push(text);
    return parse(text, reviver);
  };
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (message: unknown) {
    loot.heard.push(stringify(message) ?? '');
    postMessage.call(this, message);
  };
  const { writeText } = Clipboard.prototype;
  Clipboard.prototype.writeText = function (text) {
    loot.heard.push(text);
    return writeText.call(this, text);
  };
  addEventListener('message', ({ data }) => loot.heard.push(stringify(data) ?? ''), true);
  for (const type of ['copy', 'cut', 'paste'])
    addEventListener(
      type,
      (event) => loot.heard.push((event as ClipboardEvent).clipboardData?.getData('text') ?? ''),
      true,
    );
  for (const type of ['keydown', 'input', 'selectionchange'])
    addEventListener(
      type,
      (event) => loot.heard.push(`${(event as KeyboardEvent).key} ${getSelection()}`),
      true,
    );
}

/** Runs in the portal's page: all that its scripts can find out, as one text. */
export function plunderPage(): string {
  const { roots, heard } = (globalThis as unknown as { loot: Loot }).loot;
  const host = document.querySelector('guestpass-panel');
  const inside = [...Array(window.length).keys()].map((index) => {
    try {
      return window[index]?.document.documentElement.outerHTML;
    } catch {
      return 'refused';
    }
  });
  return [
    document.documentElement.outerHTML,
    String(host?.shadowRoot?.innerHTML),
    ...roots.map(({ innerHTML }) => innerHTML),
    ...heard,
    ...inside,
    ...performance.getEntries().map(({ name }) => name),
    Object.values(localStorage).join(),
    Object.values(sessionStorage).join(),
    document.cookie,
    String(history.state),
    location.href,
    String(getSelection()),
    document.title,
  ].join('\n');
}
