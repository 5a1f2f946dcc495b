import { describe, expect, test } from 'vitest';
import {
  composeForward,
  composeMessageWithPass,
  composeSubject,
  type Handover,
} from '../utils/handover-message';
import { loadHandoverTexts } from '../utils/handover-texts';
import { mailtoOf } from '../utils/mailto';

const handover: Handover = {
  cloud: 'global',
  tenant: { id: '0b3c2b3e-5f0a-4a1b-9a5e-1f2d3c4b5a69', displayName: 'Contoso & Söhne' },
  displayName: 'Ines Contractor',
  userPrincipalName: 'ines@contoso.com',
  pass: { startDateTime: '2026-11-23T13:32:00Z', lifetimeInMinutes: 60, isUsableOnce: false },
  register: 'authenticator',
};
const place = { timeZone: 'Europe/Madrid' };

async function draftIn(language: Parameters<typeof loadHandoverTexts>[0], recipients: string[]) {
  const texts = await loadHandoverTexts(language);
  const subject = composeSubject(handover, texts);
  const body = composeForward(handover, texts, place);
  return { ...mailtoOf(recipients, subject, body), subject, body };
}

describe('a draft', () => {
  test.each(['en', 'de', 'fr', 'es', 'pt-BR'] as const)(
    'in %s holds subject and body, lines ending in CRLF',
    async (language) => {
      const { href, hasBody, subject, body } = await draftIn(language, ['maria@contoso.com']);
      expect(hasBody).toBe(true);
      expect(href).toMatch(/^mailto:maria@contoso\.com\?subject=[^&]+&body=[^&]+$/);
      // `+` would be a plus sign in a mail program, so nothing here may rely on a query string's decoding.
      expect(href).not.toMatch(/[+\s]/);
      const fields = new URL(href).searchParams;
      expect(fields.get('subject')).toBe(subject);
      expect(fields.get('body')).toBe(body.replaceAll('\n', '\r\n'));
    },
  );

  test.each(['ja', 'zh-Hans', 'ar'] as const)(
    'in %s would be too long, so it goes without its body',
    async (language) => {
      const { href, hasBody, subject } = await draftIn(language, ['maria@contoso.com']);
      expect(hasBody).toBe(false);
      expect(href).toBe(`mailto:maria@contoso.com?subject=${encodeURIComponent(subject)}`);
    },
  );

  test('goes to all recipients, and to nobody whom an address smuggles in', async () => {
    const { href } = await draftIn('en', ['maria@contoso.com', 'x?bcc=evil@evil.example&a,b@contoso.com']);
    expect(href).toMatch(
      /^mailto:maria@contoso\.com,x%3Fbcc%3Devil@evil\.example%26a%2Cb@contoso\.com\?subject=/,
    );
    expect([...new URL(href).searchParams.keys()]).toEqual(['subject', 'body']);
  });

  test('takes no text with a pass in it', async () => {
    const texts = await loadHandoverTexts('en');
    const subject = composeSubject(handover, texts);
    const withPass = composeMessageWithPass(handover, 'aB3$xyZ9', texts, place);
    // @ts-expect-error The compiler is the guard: only a text made without the pass has this type.
    mailtoOf([], subject, withPass);
    // @ts-expect-error Nor any other text.
    mailtoOf([], 'aB3$xyZ9', composeForward(handover, texts, place));
  });
});
