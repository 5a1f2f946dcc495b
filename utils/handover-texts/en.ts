import type { HandoverTexts } from '../handover-texts';

/** English. */
export const texts: HandoverTexts = {
  language: 'en',
  subject: (tenant) => `Set up your sign-in at ${tenant}`,
  pleaseForward: (guest) => `Please forward this message to ${guest}. The pass is not in it.`,
  greeting: (guest) => `Hello ${guest},`,
  intro: (tenant) =>
    `With a Temporary Access Pass you sign in at ${tenant} and set up your own sign-in method.`,
  passIs: 'Your pass:',
  passComesOtherwise: 'You get the pass another way, for example by phone.',
  validFor: (duration) => `It is valid for ${duration}:`,
  validFrom: (moment) => `from ${moment}`,
  validUntil: (moment) => `until ${moment}.`,
  oneTime: 'It works for one sign-in only. Finish step 5 within 10 minutes of signing in.',
  multiUse: 'Until then you can use it more than once.',
  prepare: {
    authenticator: 'Install Microsoft Authenticator on your phone.',
    passkey: 'Have the phone or security key for your passkey ready.',
  },
  openPage: 'Open this page:',
  signInAs: 'Sign in with exactly this account, even if your e-mail address differs:',
  enterPass: 'Enter the pass when asked.',
  register: {
    authenticator:
      'Choose “Add sign-in method”, then “Microsoft Authenticator”. Another authenticator app works too.',
    passkey:
      'Choose “Add sign-in method”, then “Passkey”. If it is missing, choose “Microsoft Authenticator”.',
  },
  ifRefused: 'If the pass is refused, wait a minute and try again.',
  questions: (tenant) => `Questions? Ask your contact at ${tenant}.`,
};
