import { type TextKey, text } from '../utils/interface-text';
import type { Pass } from '../utils/messages';
import { isReplaced, passState } from '../utils/pass-life';
import type { OptionState, RegisteredMethod } from '../utils/registered-methods';
import { registeredWith } from '../utils/registered-methods';
import type { Care } from './aftercare-watch';
import { formatParts } from './format-list';
import { formatMoment } from './format-time';

/** What has become of a pass, in one sentence. */
export type CareStage = {
  stage: 'waiting' | 'used' | 'registered' | 'replaced' | 'gone' | 'over';
  sentence: string;
};

/** How far the guest is. `pass` is the one shown; `care` what the last look told. */
export function describeCare(pass: Pass, care: Care, now: number): CareStage {
  const known = care.pass?.id === pass.id ? care.pass : pass;
  const methods = Array.isArray(care.methods) ? care.methods : undefined;
  const registered = methods ? registeredWith(pass, methods, care.before) : [];
  if (registered.length > 0)
    return {
      stage: 'registered',
      sentence: text('registeredMethods', {
        methods: formatParts(registered.map((method) => nameWithTime(method, now))),
      }),
    };
  if (isReplaced(pass, care.pass)) return { stage: 'replaced', sentence: text('anotherPassReplaced') };
  if (!care.pass) return { stage: 'gone', sentence: text('passGone') };
  const state = passState(known, now);
  if (state === 'used')
    return {
      stage: 'used',
      sentence: text(methods ? 'usedNothingYet' : 'usedTenMinutes'),
    };
  if (state === 'expired')
    return { stage: 'over', sentence: text(methods ? 'expiredNothing' : 'passHasExpired') };
  if (known.isUsableOnce) return { stage: 'waiting', sentence: text('notUsedYet') };
  return { stage: 'waiting', sentence: text(methods ? 'nothingRegisteredYet' : 'useNotTold') };
}

function nameWithTime(method: RegisteredMethod, now: number): string {
  const { createdDateTime } = method;
  const when = createdDateTime ? [formatMoment(Date.parse(createdDateTime), now).local] : [];
  return formatParts([nameOfMethod(method), ...when]);
}

const names: Record<Exclude<RegisteredMethod['type'], Product>, TextKey> = {
  email: 'methodEmail',
  external: 'methodExternal',
  fido2: 'methodPasskey',
  password: 'methodPassword',
  phone: 'methodPhone',
  platformCredential: 'methodPlatformCredential',
  qrCodePin: 'methodQrCode',
  softwareOath: 'methodAuthenticatorApp',
  temporaryAccessPass: 'temporaryAccessPass',
  unknown: 'methodOther',
};

type Product = keyof typeof products;

/** Names that Microsoft leaves as they are in every language. */
const products = {
  microsoftAuthenticator: 'Microsoft Authenticator',
  windowsHelloForBusiness: 'Windows Hello for Business',
};

const options: Record<Exclude<OptionState['option'], Product>, TextKey> = {
  certificate: 'methodCertificate',
  fido2: 'methodPasskey',
  platformCredential: 'methodPlatformCredential',
  platformSso: 'methodPlatformSso',
};

/** What Microsoft Entra calls one of its passwordless options. */
export function nameOfOption(option: OptionState['option']): string {
  return isProduct(option) ? products[option] : text(options[option]);
}

/** What Microsoft Entra calls a method. */
export function nameOfMethod({ type, odataType, isPhoneSignIn }: RegisteredMethod): string {
  if (type === 'unknown' && odataType)
    return odataType.replace(/^#microsoft\.graph\.|AuthenticationMethod$/g, '');
  if (type === 'microsoftAuthenticator' && !isPhoneSignIn) return text('methodAuthenticatorCodes');
  return isProduct(type) ? products[type] : text(names[type]);
}

function isProduct<Name extends string>(name: Name): name is Name & Product {
  return Object.hasOwn(products, name);
}

/** What tells two methods of one kind apart: device, model or number; empty where Graph tells none. */
export function detailOfMethod({ displayName, model, phoneType, phoneNumber }: RegisteredMethod): string {
  const kind = phoneType && (phones[phoneType] ? text(phones[phoneType]) : phoneType);
  const details = [displayName, model, phoneNumber, kind].filter((detail) => detail !== undefined);
  return formatParts([...new Set(details.filter(Boolean))]);
}

/** https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod */
const phones: Record<string, TextKey> = {
  mobile: 'phoneMobile',
  alternateMobile: 'phoneAlternateMobile',
  office: 'phoneOffice',
};
