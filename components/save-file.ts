/** Lets the browser save a text as a file, wherever it saves downloads. Needs no permission. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The download begins after the click, and finds nothing at an address that was revoked at once.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
