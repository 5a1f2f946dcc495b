import type { HandoverTexts } from '../handover-texts';

/** German. Formal; after the greeting's comma a letter goes on in lower case. */
export const texts: HandoverTexts = {
  language: 'de',
  subject: (tenant) => `Richten Sie Ihre Anmeldung bei ${tenant} ein`,
  pleaseForward: (guest) =>
    `Bitte leiten Sie diese Nachricht an ${guest} weiter. Der Zugriffspass steht nicht darin.`,
  greeting: (guest) => `Guten Tag ${guest},`,
  intro: (tenant) =>
    `mit einem befristeten Zugriffspass (Temporary Access Pass) können Sie sich bei ${tenant} anmelden und Ihre eigene Anmeldemethode einrichten.`,
  passIs: 'Ihr Zugriffspass:',
  passComesOtherwise: 'Den Zugriffspass erhalten Sie auf einem anderen Weg, zum Beispiel am Telefon.',
  validFor: (duration) => `Gültigkeit: ${duration}`,
  validFrom: (moment) => `von ${moment}`,
  validUntil: (moment) => `bis ${moment}.`,
  oneTime:
    'Der Zugriffspass gilt nur für eine einzige Anmeldung. Schließen Sie Schritt 5 innerhalb von 10 Minuten nach der Anmeldung ab.',
  multiUse: 'Bis dahin können Sie den Zugriffspass mehrmals verwenden.',
  prepare: {
    authenticator: 'Installieren Sie die App Microsoft Authenticator auf Ihrem Smartphone.',
    passkey: 'Halten Sie das Smartphone oder den Sicherheitsschlüssel für Ihren Passkey bereit.',
  },
  openPage: 'Öffnen Sie diese Seite:',
  signInAs: 'Melden Sie sich mit genau diesem Konto an, auch wenn Ihre E-Mail-Adresse anders lautet:',
  enterPass: 'Geben Sie den Zugriffspass ein, wenn Sie danach gefragt werden.',
  register: {
    authenticator:
      'Wählen Sie „Anmeldemethode hinzufügen“ und dann „Microsoft Authenticator“. Eine andere Authentifizierungs-App geht auch.',
    passkey:
      'Wählen Sie „Anmeldemethode hinzufügen“ und dann „Passkey“. Wird kein Passkey angeboten, wählen Sie „Microsoft Authenticator“.',
  },
  ifRefused: 'Wird der Zugriffspass abgelehnt, warten Sie eine Minute und versuchen Sie es noch einmal.',
  questions: (tenant) => `Fragen? Wenden Sie sich an Ihre Kontaktperson bei ${tenant}.`,
};
