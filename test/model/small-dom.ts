type Listener = (event: object) => void;

let changes = 0;
/** Grows with each change of any tree. */
export const changesSoFar = () => changes;

/** As much of a node as Preact and the panel take: a tree, attributes, listeners. No layout, and always in view. */
export class SmallNode {
  parentNode: SmallNode | null = null;
  childNodes: SmallNode[] = [];
  readonly attributes = new Map<string, string>();
  readonly style: Record<string, string> = {};
  readonly listeners = new Map<string, Set<Listener>>();
  readonly ownerDocument = globalThis.document;

  constructor(
    readonly nodeType: number,
    readonly localName: string,
    readonly namespaceURI: string | null,
    private text = '',
  ) {}

  get data(): string {
    return this.text;
  }
  set data(text: string) {
    changes += 1;
    this.text = text;
  }

  get firstChild(): SmallNode | null {
    return this.childNodes[0] ?? null;
  }
  get lastChild(): SmallNode | null {
    return this.childNodes.at(-1) ?? null;
  }
  get nextSibling(): SmallNode | null {
    const row = this.parentNode?.childNodes ?? [];
    return row[row.indexOf(this) + 1] ?? null;
  }
  get parentElement(): SmallNode | null {
    return this.parentNode;
  }
  get children(): SmallNode[] {
    return this.childNodes.filter(({ nodeType }) => nodeType === 1);
  }
  get textContent(): string {
    return this.nodeType === 3 ? this.data : this.childNodes.map((node) => node.textContent).join('');
  }
  set textContent(text: string) {
    this.childNodes = text ? [new SmallNode(3, '#text', null, text)] : [];
  }
  get isConnected(): boolean {
    return true;
  }

  insertBefore(node: SmallNode, before: SmallNode | null): SmallNode {
    changes += 1;
    node.remove();
    const index = before ? this.childNodes.indexOf(before) : -1;
    this.childNodes.splice(index < 0 ? this.childNodes.length : index, 0, node);
    node.parentNode = this;
    return node;
  }
  appendChild(node: SmallNode): SmallNode {
    return this.insertBefore(node, null);
  }
  append(...nodes: SmallNode[]): void {
    for (const node of nodes) this.appendChild(node);
  }
  removeChild(node: SmallNode): SmallNode {
    node.remove();
    return node;
  }
  remove(): void {
    changes += 1;
    const row = this.parentNode?.childNodes;
    if (row?.includes(this)) row.splice(row.indexOf(this), 1);
    this.parentNode = null;
  }
  contains(node: SmallNode): boolean {
    return node === this || this.childNodes.some((child) => child.contains(node));
  }
  setAttribute(name: string, value: unknown): void {
    changes += 1;
    this.attributes.set(name, String(value));
  }
  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }
  removeAttribute(name: string): void {
    changes += 1;
    this.attributes.delete(name);
  }
  addEventListener(type: string, listener: Listener): void {
    const known = this.listeners.get(type) ?? new Set();
    this.listeners.set(type, known.add(listener));
  }
  removeEventListener(type: string, listener: Listener): void {
    this.listeners.get(type)?.delete(listener);
  }
  querySelector(): null {
    return null;
  }
  getBoundingClientRect(): object {
    return { top: 0, bottom: 1, height: 1 };
  }
  focus(): void {}
  select(): void {}
  scrollIntoView(): void {}

  /** A person's click, or one that a script of the page made up. */
  click(isTrusted = true): void {
    const event = { type: 'click', isTrusted, target: this, currentTarget: this, preventDefault() {} };
    for (const listener of this.listeners.get('click') ?? []) listener.call(this, event);
  }

  /** This node and all below it. */
  all(into: SmallNode[] = []): SmallNode[] {
    into.push(this);
    for (const child of this.childNodes) child.all(into);
    return into;
  }
}

const html = 'http://www.w3.org/1999/xhtml';

/** Puts a window around the small nodes, for this test file; the panel stands in the middle of it and can be seen. */
export function installSmallDom(stub: (name: string, value: unknown) => void): void {
  const body = new SmallNode(1, 'body', html);
  const root = new SmallNode(1, 'html', html);
  stub('document', {
    nodeType: 9,
    body,
    documentElement: root,
    activeElement: body,
    visibilityState: 'visible',
    hasFocus: () => false,
    createElement: (name: string) => new SmallNode(1, name, html),
    createElementNS: (space: string, name: string) => new SmallNode(1, name, space),
    createTextNode: (data: string) => new SmallNode(3, '#text', null, data),
    querySelector: () => null,
    execCommand: () => false,
    addEventListener() {},
    removeEventListener() {},
  });
  stub('window', globalThis);
  // Framed by nobody: what a page does to its frame is not what a schedule is about.
  stub('parent', globalThis);
  stub('HTMLElement', SmallNode);
  stub('Element', SmallNode);
  stub('IntersectionObserverEntry', class {});
  const entry = { isIntersecting: true, intersectionRatio: 1 };
  stub(
    'IntersectionObserver',
    class {
      constructor(private take: (entries: object[]) => void) {}
      observe(): void {
        Promise.resolve().then(() => this.take([entry]));
      }
      unobserve(): void {}
      disconnect(): void {
        this.take = () => {};
      }
      takeRecords(): object[] {
        return [];
      }
    },
  );
  class Silent {
    observe(): void {}
    disconnect(): void {}
  }
  stub('MutationObserver', Silent);
  stub('ResizeObserver', Silent);
  stub('getComputedStyle', () => ({}));
  stub('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
}
