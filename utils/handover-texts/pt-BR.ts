import type { HandoverTexts } from '../handover-texts';

/** Portuguese as in Brazil. */
export const texts: HandoverTexts = {
  language: 'pt-BR',
  subject: (tenant) => `Configure seu acesso em ${tenant}`,
  pleaseForward: (guest) => `Encaminhe esta mensagem para ${guest}, por favor. Ela não contém o passe.`,
  greeting: (guest) => `Olá, ${guest}!`,
  intro: (tenant) =>
    `Com um Passe de Acesso Temporário (Temporary Access Pass), você pode entrar em ${tenant} e configurar seu próprio método de entrada.`,
  passIs: 'Seu passe:',
  passComesOtherwise: 'Você receberá o passe por outro meio, por exemplo, por telefone.',
  validFor: (duration) => `Ele é válido por ${duration}:`,
  validFrom: (moment) => `de ${moment}`,
  validUntil: (moment) => `até ${moment}.`,
  oneTime: 'O passe serve para entrar uma única vez. Conclua a etapa 5 em até 10 minutos depois de entrar.',
  multiUse: 'Até lá, você pode usar o passe mais de uma vez.',
  prepare: {
    authenticator: 'Instale o aplicativo Microsoft Authenticator no seu celular.',
    passkey:
      'Tenha em mãos o celular ou a chave de segurança em que sua chave de acesso (passkey) ficará guardada.',
  },
  openPage: 'Abra este endereço:',
  signInAs: 'Entre exatamente com esta conta, mesmo que seu e-mail seja diferente:',
  enterPass: 'Digite o passe quando ele for solicitado.',
  register: {
    authenticator:
      'Escolha “Adicionar método de entrada” e depois “Microsoft Authenticator”. Outro aplicativo autenticador também serve.',
    passkey:
      'Escolha “Adicionar método de entrada” e depois “Chave de acesso”. Se ela não for oferecida, escolha “Microsoft Authenticator”.',
  },
  ifRefused: 'Se o passe for recusado, aguarde um minuto e tente de novo.',
  questions: (tenant) => `Dúvidas? Fale com seu contato em ${tenant}.`,
};
