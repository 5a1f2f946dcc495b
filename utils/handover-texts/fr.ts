import type { HandoverTexts } from '../handover-texts';

/** French. A no-break space (`\u00a0`) stands before high punctuation and inside quotation marks. */
export const texts: HandoverTexts = {
  language: 'fr',
  subject: (tenant) => `Configurez votre connexion chez ${tenant}`,
  pleaseForward: (guest) => `Merci de transmettre ce message à ${guest}. Il ne contient pas le passe.`,
  greeting: (guest) => `Bonjour ${guest},`,
  intro: (tenant) =>
    `Avec un passe d’accès temporaire (Temporary Access Pass), vous pouvez vous connecter chez ${tenant} et configurer votre propre méthode de connexion.`,
  passIs: 'Votre passe\u00a0:',
  passComesOtherwise: 'Vous recevrez le passe par un autre moyen, par exemple par téléphone.',
  validFor: (duration) => `Durée de validité\u00a0: ${duration}`,
  validFrom: (moment) => `du ${moment}`,
  validUntil: (moment) => `au ${moment}.`,
  oneTime:
    'Le passe ne sert que pour une seule connexion. Terminez l’étape 5 dans les 10 minutes qui suivent la connexion.',
  multiUse: 'Jusque-là, vous pouvez utiliser le passe plusieurs fois.',
  prepare: {
    authenticator: 'Installez l’application Microsoft Authenticator sur votre téléphone.',
    passkey:
      'Ayez sous la main le téléphone ou la clé de sécurité qui contiendra votre clé d’accès (passkey).',
  },
  openPage: 'Ouvrez cette page\u00a0:',
  signInAs: 'Connectez-vous exactement avec ce compte, même si votre adresse e-mail est différente\u00a0:',
  enterPass: 'Saisissez le passe lorsqu’il vous est demandé.',
  register: {
    authenticator:
      'Choisissez «\u00a0Ajouter une méthode de connexion\u00a0», puis «\u00a0Microsoft Authenticator\u00a0». Une autre application d’authentification convient aussi.',
    passkey:
      'Choisissez «\u00a0Ajouter une méthode de connexion\u00a0», puis «\u00a0Clé d’accès\u00a0». Si la clé d’accès n’est pas proposée, choisissez «\u00a0Microsoft Authenticator\u00a0».',
  },
  ifRefused: 'Si le passe est refusé, attendez une minute et réessayez.',
  questions: (tenant) => `Des questions\u00a0? Adressez-vous à votre contact chez ${tenant}.`,
};
