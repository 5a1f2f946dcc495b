import type { Cloud } from './clouds';
import { guestLanguages } from './guest-language';
import type { HandoverTexts } from './handover-texts';
import { minutesInWords, momentInWords } from './handover-times';
import type { Pass } from './messages';
import { endOf, startOf } from './pass-life';
import { plainName } from './plain-name';
import type { RegisterMethod } from './register-methods';
import { signInAddress } from './sign-in-address';

/** What a guest has to know, all but the pass itself. Names may hold anything; the rest is Graph's. */
export type Handover = {
  cloud: Cloud;
  tenant: { id: string; displayName: string };
  displayName: string;
  /** The account to sign in with; never the mail address. */
  userPrincipalName: string;
  pass: Pick<Pass, 'startDateTime' | 'lifetimeInMinutes' | 'isUsableOnce'>;
  register: RegisterMethod;
};

/** The zone the times are told in; the browser's own unless it is given. */
export type HandoverPlace = { timeZone?: string };

/** Security: a text that the pass is not in. Only this module makes one, so nothing else can get into a draft. */
export type TextWithoutPass = string & { readonly pass: 'left out' };

/** The message to the guest as plain text, lines end in `\n`; it says that the pass comes in another way. */
export function composeMessage(
  handover: Handover,
  texts: HandoverTexts,
  place: HandoverPlace = {},
): TextWithoutPass {
  return compose(handover, texts, place, [texts.passComesOtherwise]) as TextWithoutPass;
}

/** The message to the guest with the pass in it, for an admin who asked for just that. */
export function composeMessageWithPass(
  handover: Handover,
  temporaryAccessPass: string,
  texts: HandoverTexts,
  place: HandoverPlace = {},
): string {
  const { asIs } = writer(texts);
  return compose(handover, texts, place, [texts.passIs, asIs(temporaryAccessPass)]);
}

/** The message without the pass, to a manager or sponsor who hands it on. */
export function composeForward(
  handover: Handover,
  texts: HandoverTexts,
  place: HandoverPlace = {},
): TextWithoutPass {
  const { guest } = namesIn(handover, texts);
  return `${texts.pleaseForward(guest)}\n\n${composeMessage(handover, texts, place)}` as TextWithoutPass;
}

/** The subject of either message: one line. */
export function composeSubject(handover: Handover, texts: HandoverTexts): TextWithoutPass {
  return texts.subject(namesIn(handover, texts).tenant) as TextWithoutPass;
}

function compose(
  handover: Handover,
  texts: HandoverTexts,
  place: HandoverPlace,
  passLines: string[],
): string {
  const { pass, register } = handover;
  const { guest, tenant } = namesIn(handover, texts);
  const { asIs, intl } = writer(texts);
  const moment = (at: number) => momentInWords(at, intl, place.timeZone);
  const steps = [
    texts.prepare[register],
    `${texts.openPage}\n${asIs(signInAddress(handover.cloud, handover.tenant.id))}`,
    `${texts.signInAs}\n${asIs(handover.userPrincipalName)}`,
    texts.enterPass,
    texts.register[register],
  ];
  const paragraphs = [
    [texts.greeting(guest)],
    [texts.intro(tenant)],
    [
      ...passLines,
      texts.validFor(minutesInWords(pass.lifetimeInMinutes, intl)),
      texts.validFrom(moment(startOf(pass))),
      texts.validUntil(moment(endOf(pass))),
      pass.isUsableOnce ? texts.oneTime : texts.multiUse,
    ],
    steps.map((step, index) => `${index + 1}. ${step}`),
    [texts.ifRefused, texts.questions(tenant)],
  ];
  return paragraphs.map((lines) => lines.join('\n')).join('\n\n');
}

function namesIn({ displayName, userPrincipalName, tenant }: Handover, texts: HandoverTexts) {
  const { name } = writer(texts);
  return {
    guest: name(plainName(displayName) || userPrincipalName),
    tenant: name(plainName(tenant.displayName) || tenant.id),
  };
}

/** How to write what is not of the language itself: in Arabic isolated, so that it does not disturb the line. */
function writer({ language }: HandoverTexts) {
  const { direction, intl } = guestLanguages[language];
  const isRtl = direction === 'rtl';
  return {
    intl,
    name: (text: string) => (isRtl ? `\u2068${text}\u2069` : text),
    // The space keeps the isolate's end out of the link that a mail program makes, and of a double-clicked pass.
    asIs: (text: string) => (isRtl ? `\u2066${text} \u2069` : text),
  };
}
