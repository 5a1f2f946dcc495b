import type { SandboxApp, SandboxTenant, SandboxUser } from '../state';
import { type Account, idsOf } from './accounts';
import { isAdminConsent } from './admin-consent';
import { describe, entraErrors } from './entra-error';
import { consentKey, type SignedIn } from './memory';
import { adminNeededPage, consentPage } from './pages';
import { askedScopes, grantedScopes, isConsentAdmin, mayConsent } from './permissions';
import type { SignInOutcome, SignInStep } from './sign-in';
import type { World } from './world';

/** A consent page was answered: what came before it is settled. */
const carriesOn = ({ form }: SignInStep) => form?.get('do') === 'accept';

/** A person whose account, tenant and app are known. */
type Visitor = {
  account: Account;
  tenant: SandboxTenant;
  user: SandboxUser;
  app: SandboxApp;
  signedIn: SignedIn;
};

/**
 * Lets a visitor in when everything asked for is granted, and asks those who may grant it otherwise.
 * https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview
 */
export function settleConsent(world: World, step: SignInStep, visitor: Visitor): SignInOutcome {
  const { account, tenant, user, app, signedIn } = visitor;
  const { request, form, frame } = step;
  const name = account.homeUser.userPrincipalName;
  const admitted = { admitted: account, tenant, signedIn };
  if (world.switches.meet('declineConsent', idsOf(world.state, account)))
    return { refused: entraErrors.consentDeclined() };

  const key = consentKey(tenant.id, app.clientId, user.id);
  const own = world.memory.consents.get(key) ?? new Set();
  const granted = grantedScopes(app, own);
  const asked = askedScopes(request.get('scope') ?? '', app, granted);
  const missing = asked.filter((scope) => !granted.includes(scope));
  if (missing.length === 0 && (request.get('prompt') !== 'consent' || carriesOn(step))) return admitted;
  if (request.get('prompt') === 'none')
    return { refused: entraErrors.consentRequiredAtAuthorize(app.clientId) };
  if (!mayConsent(user, missing)) {
    const error = describe(entraErrors.adminConsentRequired(), world.state.now()).text;
    return { page: adminNeededPage(frame, name, error) };
  }
  if (!carriesOn(step))
    return { page: consentPage(frame, account.homeAccountId, name, asked, isConsentAdmin(user)) };
  const forEverybody = form?.get('org') || isAdminConsent(request);
  if (forEverybody && isConsentAdmin(user)) app.adminConsent.push(...missing);
  else world.memory.consents.set(key, new Set([...own, ...missing]));
  return admitted;
}
