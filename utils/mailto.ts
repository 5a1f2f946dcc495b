import type { TextWithoutPass } from './handover-message';

/** Chromium on Windows silently opens no address of over 2,048 characters. https://crbug.com/727909 */
const longest = 2048;

/** An address that opens a draft. Without `hasBody` the text has to be pasted into it. */
export type Mailto = { href: string; hasBody: boolean };

/**
 * A draft for a mail program (RFC 6068). A body that would make the address too long is left out: each letter of
 * Arabic, Chinese and Japanese takes 6 or 9 characters there. https://www.rfc-editor.org/rfc/rfc6068
 */
export function mailtoOf(
  recipients: readonly string[],
  subject: TextWithoutPass,
  body: TextWithoutPass,
): Mailto {
  const to = recipients.map((address) => encodeURIComponent(address).replaceAll('%40', '@')).join(',');
  const draft = `mailto:${to}?subject=${encodeURIComponent(subject)}`;
  const whole = `${draft}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  return whole.length > longest ? { href: draft, hasBody: false } : { href: whole, hasBody: true };
}
