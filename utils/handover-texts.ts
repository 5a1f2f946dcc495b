import type { GuestLanguage } from './guest-language';
import type { RegisterMethod } from './register-methods';

/**
 * Every sentence of the message to a guest, in one language. Steps are numbered from 1 where the message is put
 * together; what they end with (address, account) gets a line of its own. The pass is named as Microsoft names it in
 * this language, with the English name once, because a sign-in page may show that.
 */
export type HandoverTexts = {
  language: GuestLanguage;
  subject: (tenant: string) => string;
  /** Stands before the message where somebody else is to hand it on. */
  pleaseForward: (guest: string) => string;
  greeting: (guest: string) => string;
  intro: (tenant: string) => string;
  /** The pass follows on the next line. */
  passIs: string;
  passComesOtherwise: string;
  validFor: (duration: string) => string;
  validFrom: (moment: string) => string;
  validUntil: (moment: string) => string;
  /** Names step 5, in which the guest registers, and the 10 minutes that Microsoft allows for it. */
  oneTime: string;
  multiUse: string;
  prepare: Record<RegisterMethod, string>;
  openPage: string;
  /** The user principal name follows, whatever the guest's mail address is. */
  signInAs: string;
  enterPass: string;
  register: Record<RegisterMethod, string>;
  ifRefused: string;
  questions: (tenant: string) => string;
};

const languages: Record<GuestLanguage, () => Promise<{ texts: HandoverTexts }>> = {
  en: () => import('./handover-texts/en'),
  de: () => import('./handover-texts/de'),
  fr: () => import('./handover-texts/fr'),
  es: () => import('./handover-texts/es'),
  'pt-BR': () => import('./handover-texts/pt-BR'),
  ja: () => import('./handover-texts/ja'),
  'zh-Hans': () => import('./handover-texts/zh-Hans'),
  ar: () => import('./handover-texts/ar'),
};

/** Loads the sentences of one language, and of that one only. */
export async function loadHandoverTexts(language: GuestLanguage): Promise<HandoverTexts> {
  const { texts } = await languages[language]();
  return texts;
}
