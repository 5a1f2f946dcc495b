import { createHash } from 'node:crypto';

/** Chromium's id of a key: 32 letters from a to p. https://developer.chrome.com/docs/extensions/reference/manifest/key */
export function extensionIdOf(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return [...hash.slice(0, 32)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
