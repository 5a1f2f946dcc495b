import { createElement, render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lazy } from '../../components/lazy';

/** As much of a document as a text takes. */
function place() {
  const texts: { data: string; parentNode?: unknown; remove?: () => void }[] = [];
  const root = {
    nodeType: 1,
    childNodes: texts,
    contains: () => true,
    get firstChild() {
      return texts[0];
    },
    insertBefore(text: (typeof texts)[number]) {
      texts.push(text);
      text.parentNode = root;
      text.remove = () => void texts.splice(texts.indexOf(text), 1);
      return text;
    },
  };
  return { root: root as unknown as Element, text: () => texts.map(({ data }) => data).join('') };
}

beforeEach(() => {
  // Nothing paints, as in a tab in the background.
  vi.useFakeTimers();
  vi.stubGlobal('document', { createTextNode: (data: string) => ({ data, nodeType: 3 }) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('is drawn once it is loaded, wherever it stands by then, though another of it has made it load', async () => {
  let arrive = (_: () => string) => {};
  const load = vi.fn(() => new Promise<() => string>((resolve) => (arrive = resolve)));
  const Late = lazy<object>(load);
  const [first, second] = [place(), place()];
  render(createElement(Late, {}), first.root);
  await vi.advanceTimersByTimeAsync(1000);
  arrive(() => 'late');
  render(createElement(Late, {}), second.root);
  await vi.advanceTimersByTimeAsync(1000);
  expect([first.text(), second.text()]).toEqual(['late', 'late']);
  expect(load).toHaveBeenCalledTimes(1);
});

it('tries again where it is drawn next, after it could not be loaded', async () => {
  const load = vi.fn<() => Promise<() => string>>().mockRejectedValueOnce(new Error('gone'));
  load.mockResolvedValue(() => 'late');
  const Late = lazy<object>(load);
  const [first, second] = [place(), place()];
  render(createElement(Late, {}), first.root);
  await vi.advanceTimersByTimeAsync(1000);
  render(createElement(Late, {}), second.root);
  await vi.advanceTimersByTimeAsync(1000);
  expect([first.text(), second.text()]).toEqual(['', 'late']);
});
