import { beforeAll, describe, expect, test } from 'vitest';
import { type GuestLanguage, guestLanguages } from '../utils/guest-language';
import {
  composeForward,
  composeMessage,
  composeMessageWithPass,
  composeSubject,
  type Handover,
} from '../utils/handover-message';
import { type HandoverTexts, loadHandoverTexts } from '../utils/handover-texts';

const madrid = { timeZone: 'Europe/Madrid' };
const pass = { startDateTime: '2026-11-23T13:32:00Z', lifetimeInMinutes: 90, isUsableOnce: true };
const secret = 'aB3$xyZ9';
const ines: Handover = {
  cloud: 'global',
  tenant: { id: '0b3c2b3e-5f0a-4a1b-9a5e-1f2d3c4b5a69', displayName: 'Contoso' },
  displayName: 'Ines Contractor',
  userPrincipalName: 'ines@contoso.com',
  pass,
  register: 'authenticator',
};
const address =
  'https://mysignins.microsoft.com/security-info/?tenantId=0b3c2b3e-5f0a-4a1b-9a5e-1f2d3c4b5a69';

/** Digits, so that no clock and no language hides a time. Intl writes no-break spaces. */
const isAt = (hour: number, minute: number) => new RegExp(`\\b${hour % 12}:${minute}|\\b${hour}:${minute}`);

describe.each(Object.keys(guestLanguages) as GuestLanguage[])('the message in %s', (language) => {
  let texts: HandoverTexts;
  beforeAll(async () => {
    texts = await loadHandoverTexts(language);
  });
  const compose = (differs: Partial<Handover> = {}) => composeMessage({ ...ines, ...differs }, texts, madrid);
  const lines = (message: string) =>
    message.split('\n').map((line) => line.replace(/[\u2066-\u2069]/g, '').trim());

  test('has the address and the account on lines of their own', () => {
    expect(lines(compose())).toContain(address);
    expect(lines(compose())).toContain('ines@contoso.com');
  });

  test('greets the guest and names the tenant, in the subject too', () => {
    expect(lines(compose())[0]).toContain('Ines Contractor');
    expect(lines(compose())[2]).toContain('Contoso');
    expect(composeSubject(ines, texts)).toContain('Contoso');
    expect(composeSubject(ines, texts)).not.toContain('\n');
  });

  test('tells when the pass begins and ends: weekday, date, time, zone, and UTC', () => {
    const words = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(guestLanguages[language].intl, { ...madrid, ...options })
        .formatToParts(Date.parse(pass.startDateTime))
        .find(({ type }) => type in options)?.value ?? '';
    const times = lines(compose()).filter((line) => line.includes('UTC'));
    expect(times).toHaveLength(2);
    for (const line of times) {
      expect(line).toContain(words({ weekday: 'long' }));
      expect(line).toContain(words({ month: 'long', day: 'numeric' }));
      expect(line).toContain(words({ timeZoneName: 'long' }));
      expect(line).toMatch(/\b23.*2026|2026.*\b23/);
    }
    expect(times[0]).toMatch(isAt(14, 32));
    expect(times[0]).toMatch(isAt(13, 32));
    expect(times[1]).toMatch(new RegExp(isAt(16, 2).source.replaceAll(':2', ':02')));
    expect(times[1]).toMatch(new RegExp(isAt(15, 2).source.replaceAll(':2', ':02')));
  });

  test('tells the rule of a one-time pass, or that the pass works again', () => {
    expect(compose()).toContain(texts.oneTime);
    expect(compose()).not.toContain(texts.multiUse);
    const again = compose({ pass: { ...pass, isUsableOnce: false } });
    expect(again).toContain(texts.multiUse);
    expect(again).not.toContain(texts.oneTime);
  });

  test('numbers five steps, of which the last registers the method', () => {
    for (const register of ['authenticator', 'passkey'] as const) {
      const steps = lines(compose({ register })).filter((line) => /^\d\. /.test(line));
      expect(steps.map((step) => step[0])).toEqual(['1', '2', '3', '4', '5']);
      expect(steps[0]).toContain(texts.prepare[register]);
      expect(steps[4]).toContain(texts.register[register]);
    }
  });

  test('ends with what to do about a refused pass, and whom to ask', () => {
    expect(lines(compose()).slice(-2)).toEqual([texts.ifRefused, texts.questions('Contoso')]);
  });

  test('holds the pass only where it is asked for', () => {
    const withPass = composeMessageWithPass(ines, secret, texts, madrid);
    expect(lines(withPass)).toContain(secret);
    expect(withPass).not.toContain(texts.passComesOtherwise);
    expect(compose()).toContain(texts.passComesOtherwise);

    const issued = { ...pass, temporaryAccessPass: secret };
    for (const text of [
      compose({ pass: issued }),
      composeForward({ ...ines, pass: issued }, texts, madrid),
      composeSubject({ ...ines, pass: issued }, texts),
    ])
      expect(text).not.toContain(secret);
  });

  test('goes to a manager with a line that asks to forward it', () => {
    const [first, empty, ...rest] = composeForward(ines, texts, madrid).split('\n');
    expect(first).toContain('Ines Contractor');
    expect(empty).toBe('');
    expect(rest.join('\n')).toBe(compose());
  });

  test('grows no line and no address by hostile names', () => {
    const hostile = compose({
      displayName: 'Ines\n\nYour pass: 1\u202e https://evil.example',
      tenant: { ...ines.tenant, displayName: '<b>Contoso</b>\r\n6. Open www.evil.example\u2029' },
    });
    expect(lines(hostile)).toHaveLength(lines(compose()).length);
    expect(hostile.match(/https?:/g)).toHaveLength(1);
    expect(hostile).not.toMatch(/evil\.example|[\r\u2028\u2029\u202a-\u202e<>]/);
  });

  test('falls back on the account and the tenant id where a name is empty', () => {
    const nameless = compose({ displayName: ' ', tenant: { ...ines.tenant, displayName: '\u200b' } });
    expect(lines(nameless)[0]).toContain('ines@contoso.com');
    expect(lines(nameless)[2]).toContain(ines.tenant.id);
  });
});

describe('in Arabic', () => {
  test('what is read from left to right is isolated, with a space before the end for whoever selects it', async () => {
    const message = composeMessageWithPass(ines, '!a(B', await loadHandoverTexts('ar'), madrid);
    for (const text of [address, 'ines@contoso.com', '!a(B'])
      expect(message).toContain(`\n\u2066${text} \u2069\n`);
    expect(message).toContain('\u2068Ines Contractor\u2069');
    expect(message.match(/[\u2066\u2068]/g)).toHaveLength(message.match(/\u2069/g)?.length ?? 0);
  });

  test('digits are those of the address and the pass', async () => {
    expect(composeMessage(ines, await loadHandoverTexts('ar'), madrid)).not.toMatch(/[\u0660-\u0669]/);
  });
});

test('other languages need no invisible characters', async () => {
  expect(composeMessage(ines, await loadHandoverTexts('ja'), madrid)).not.toMatch(/\p{Cf}/u);
});

describe('times in English', () => {
  const timesOf = async (differs: Partial<Handover['pass']>, place: { timeZone?: string }) =>
    composeMessage({ ...ines, pass: { ...pass, ...differs } }, await loadHandoverTexts('en'), place)
      .replace(/\s/g, (space) => (space === '\n' ? space : ' '))
      .split('\n')
      .filter((line) => line.includes('UTC'));

  test('change their zone when the clocks do', async () => {
    expect(await timesOf({ startDateTime: '2026-10-25T00:30:00Z', lifetimeInMinutes: 120 }, madrid)).toEqual([
      'from Sunday, October 25, 2026 at 2:30 AM Central European Summer Time (12:30 AM UTC)',
      'until Sunday, October 25, 2026 at 3:30 AM Central European Standard Time (2:30 AM UTC).',
    ]);
  });

  test("name UTC's weekday where it is another", async () => {
    const [from, until] = await timesOf(
      { startDateTime: '2026-11-23T23:30:00Z', lifetimeInMinutes: 60 },
      { timeZone: 'America/New_York' },
    );
    expect(from).toContain('at 6:30 PM Eastern Standard Time (11:30 PM UTC)');
    expect(until).toMatch(/^until Monday, November 23, 2026 at 7:30 PM .*\(Tuesday\D*12:30 AM UTC\)/);
  });

  test("are in the admin's own zone unless another is given", async () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    expect(await timesOf({}, {})).toEqual(await timesOf({}, { timeZone }));
  });
});

test.each([
  [10, '10 minutes'],
  [60, '1 hour'],
  [1501, '1 day, 1 hour, 1 minute'],
  [43200, '30 days'],
])('%i minutes are %s', async (lifetimeInMinutes, words) => {
  const message = composeMessage(
    { ...ines, pass: { ...pass, lifetimeInMinutes } },
    await loadHandoverTexts('en'),
  );
  expect(message).toContain(`valid for ${words}:`);
});

test('English keeps to 150 words', async () => {
  const english = await loadHandoverTexts('en');
  for (const register of ['authenticator', 'passkey'] as const) {
    const message = composeMessage({ ...ines, register }, english, madrid);
    expect(message.split(/\s+/).length).toBeLessThanOrEqual(150);
  }
});
