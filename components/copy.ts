/**
 * Copies a text that is still on its way, and says whether the clipboard has it. Must be called in the
 * click itself: the browser then lets the text arrive later. Rejects only when the text never comes.
 * https://developer.mozilla.org/docs/Web/API/ClipboardItem/ClipboardItem
 */
export async function copyWhenReady(text: Promise<string>): Promise<boolean> {
  try {
    const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
    blob.catch(() => {});
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    return true;
  } catch {
    // The text itself failed (then this throws again), or the page's Permissions-Policy forbids the
    // clipboard to the frame; the older way is not bound by it.
    return copyBySelection(await text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'offscreen';
  field.setAttribute('aria-hidden', 'true');
  document.body.append(field);
  try {
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    // Security: the pass leaves the document before the browser can paint it.
    field.value = '';
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
