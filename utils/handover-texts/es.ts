import type { HandoverTexts } from '../handover-texts';

/** Spanish. Formal (usted), in words of both sides of the Atlantic. */
export const texts: HandoverTexts = {
  language: 'es',
  subject: (tenant) => `Configure su inicio de sesión en ${tenant}`,
  pleaseForward: (guest) => `Reenvíe este mensaje a ${guest}, por favor. No contiene el pase.`,
  greeting: (guest) => `Hola, ${guest}:`,
  intro: (tenant) =>
    `Con un pase de acceso temporal (Temporary Access Pass) puede iniciar sesión en ${tenant} y configurar su propio método de inicio de sesión.`,
  passIs: 'Su pase:',
  passComesOtherwise: 'Recibirá el pase por otra vía, por ejemplo por teléfono.',
  validFor: (duration) => `Es válido durante ${duration}:`,
  validFrom: (moment) => `desde el ${moment}`,
  validUntil: (moment) => `hasta el ${moment}.`,
  oneTime:
    'El pase sirve para un solo inicio de sesión. Termine el paso 5 en los 10 minutos siguientes al inicio de sesión.',
  multiUse: 'Hasta entonces puede usar el pase varias veces.',
  prepare: {
    authenticator: 'Instale la aplicación Microsoft Authenticator en su teléfono.',
    passkey:
      'Tenga a mano el teléfono o la clave de seguridad donde se guardará su clave de acceso (passkey).',
  },
  openPage: 'Abra esta página:',
  signInAs: 'Inicie sesión exactamente con esta cuenta, aunque su correo electrónico sea otro:',
  enterPass: 'Escriba el pase cuando se le pida.',
  register: {
    authenticator:
      'Elija «Agregar método de inicio de sesión» y después «Microsoft Authenticator». También sirve otra aplicación de autenticación.',
    passkey:
      'Elija «Agregar método de inicio de sesión» y después «Clave de acceso». Si no se ofrece, elija «Microsoft Authenticator».',
  },
  ifRefused: 'Si el pase se rechaza, espere un minuto y vuelva a intentarlo.',
  questions: (tenant) => `¿Tiene preguntas? Consulte a su persona de contacto en ${tenant}.`,
};
