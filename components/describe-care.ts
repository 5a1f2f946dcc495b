import type { Pass } from '../utils/messages';
import { isReplaced, passState } from '../utils/pass-life';
import type { RegisteredMethod } from '../utils/registered-methods';
import { registeredWith } from '../utils/registered-methods';
import type { Care } from './aftercare-watch';
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
      sentence: `Registered: ${registered.map((method) => nameWithTime(method, now)).join(', ')}.`,
    };
  if (isReplaced(pass, care.pass))
    return { stage: 'replaced', sentence: 'Another pass has replaced this one.' };
  if (!care.pass) return { stage: 'gone', sentence: 'The pass is no longer there.' };
  const state = passState(known, now);
  if (state === 'used')
    return {
      stage: 'used',
      sentence: methods
        ? 'Used. Nothing is registered yet; the guest has 10 minutes from the sign-in.'
        : 'Used. The guest has 10 minutes from the sign-in to register a method.',
    };
  if (state === 'expired')
    return { stage: 'over', sentence: methods ? 'Expired. Nothing was registered with it.' : 'Expired.' };
  if (known.isUsableOnce) return { stage: 'waiting', sentence: 'Not used yet.' };
  return {
    stage: 'waiting',
    sentence: methods
      ? 'Nothing is registered yet.'
      : 'Microsoft Graph does not tell whether a pass that works more than once was used.',
  };
}

function nameWithTime(method: RegisteredMethod, now: number): string {
  const { createdDateTime } = method;
  const when = createdDateTime ? `, ${formatMoment(Date.parse(createdDateTime), now).local}` : '';
  return `${nameOfMethod(method)}${when}`;
}

const names: Record<RegisteredMethod['type'], string> = {
  email: 'Email',
  external: 'External method',
  fido2: 'Passkey (FIDO2)',
  microsoftAuthenticator: 'Microsoft Authenticator',
  password: 'Password',
  phone: 'Phone',
  platformCredential: 'Platform Credential for macOS',
  qrCodePin: 'QR code and PIN',
  softwareOath: 'Authenticator app (code)',
  temporaryAccessPass: 'Temporary Access Pass',
  windowsHelloForBusiness: 'Windows Hello for Business',
  unknown: 'Another method',
};

/** What Microsoft Entra calls a method. */
export function nameOfMethod({ type, odataType, isPhoneSignIn }: RegisteredMethod): string {
  if (type === 'unknown' && odataType)
    return odataType.replace(/^#microsoft\.graph\.|AuthenticationMethod$/g, '');
  if (type === 'microsoftAuthenticator' && !isPhoneSignIn) return `${names[type]} (approvals and codes)`;
  return names[type];
}

/** What tells two methods of one kind apart: device, model or number; empty where Graph tells none. */
export function detailOfMethod({ displayName, model, phoneType, phoneNumber }: RegisteredMethod): string {
  return [...new Set([displayName, model, phoneNumber, phoneType].filter(Boolean))].join(', ');
}
