import type { SandboxState, SandboxTenant } from '../state';
import { type Account, accountById, accountByName, idsOf, nameFromHint, userIn } from './accounts';
import type { Door } from './authority';
import { settleConsent } from './consent';
import { describe, type EntraError, entraErrors } from './entra-error';
import type { SignedIn } from './memory';
import { approvePage, errorPage, namePage, type PageFrame, passwordPage, pickPage } from './pages';
import type { SignInSession } from './sign-in-session';
import { contextIn } from './switches';
import type { World } from './world';

/** One step of a sign-in: the request it is part of, and the form just sent, if any. */
export type SignInStep = {
  door: Door;
  request: URLSearchParams;
  form?: URLSearchParams;
  frame: PageFrame;
  session: SignInSession;
};

/** What comes next: a page, an error for the app, or a person who is let in. */
export type SignInOutcome =
  | { page: string }
  | { refused: EntraError }
  | { cancelled: true }
  | { admitted: Account; tenant: SandboxTenant; signedIn: SignedIn };

/**
 * Takes a sign-in one step further by Entra's rules.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code
 */
export function stepSignIn(world: World, step: SignInStep): SignInOutcome {
  const { request, form, frame, session } = step;
  const action = form?.get('do') ?? '';
  if (action === 'cancel') return { cancelled: true };
  if (action === 'decline') return { refused: entraErrors.consentDeclined() };
  if (action === 'other') return { page: namePage(frame) };

  const typed = form?.get('login') ?? '';
  if (action === 'name') {
    if (accountByName(world.state, typed)) return { page: passwordPage(frame, typed.trim()) };
    return {
      page: namePage(frame, typed, "We couldn't find an account with that username. (AADSTS50034)"),
    };
  }
  if (action === 'password') {
    const account = accountByName(world.state, typed);
    const password = form?.get('passwd') ?? '';
    if (!account || password === '' || password === 'wrong')
      return { page: passwordPage(frame, typed, 'Your account or password is incorrect. (AADSTS50126)') };
    return admit(world, step, account, session.add(account.homeAccountId, world.state.now()));
  }
  const chosen = action.startsWith('pick:') ? action.slice('pick:'.length) : form?.get('account');
  if (chosen) return resume(world, step, chosen);

  const prompt = request.get('prompt') ?? '';
  const hint = nameFromHint(request.get('login_hint') ?? '');
  const matching = accountsFor(world.state, session, request.get('domain_hint'));
  const [first] = matching;
  if (prompt === 'login') return { page: hint ? passwordPage(frame, hint) : namePage(frame) };
  if (prompt === 'select_account' || (!hint && matching.length > 1)) {
    if (prompt === 'none') return { refused: entraErrors.severalSessions() };
    return { page: first ? pickPage(frame, matching.map(tile)) : namePage(frame, hint) };
  }
  const known = hint ? accountByName(world.state, hint) : first;
  const signedIn = known && session.find(known.homeAccountId);
  if (known && signedIn) return admit(world, step, known, signedIn);
  if (prompt === 'none') return { refused: entraErrors.noSession() };
  return { page: known && hint ? passwordPage(frame, hint) : namePage(frame, hint) };
}

const tile = ({ homeAccountId, homeUser }: Account) => ({ homeAccountId, user: homeUser });

/** Accounts of this browser, or only those of the tenant that the app means by `domain_hint`. */
function accountsFor(state: SandboxState, session: SignInSession, domain: string | null): Account[] {
  return session
    .accounts()
    .map(({ homeAccountId }) => accountById(state, homeAccountId))
    .filter((account) => account !== undefined)
    .filter(({ homeTenant }) => !domain?.includes('.') || homeTenant.domains.includes(domain));
}

/** Goes on with an account of this browser after a page that carried it along. */
function resume(world: World, step: SignInStep, homeAccountId: string): SignInOutcome {
  const account = accountById(world.state, homeAccountId);
  const signedIn = step.session.find(homeAccountId);
  if (!account || !signedIn) return { page: namePage(step.frame, account?.homeUser.userPrincipalName) };
  if (step.form?.get('do') === 'approve') {
    signedIn.mfa = true;
    world.switches.meet('demandMfa', idsOf(world.state, account));
    const context = contextIn(step.request.get('claims'));
    if (context) signedIn.contexts.push(context);
  }
  return admit(world, step, account, signedIn);
}

/** The rules for somebody whose password was right: tenant, app, Conditional Access, consent. */
function admit(world: World, step: SignInStep, account: Account, signedIn: SignedIn): SignInOutcome {
  const { request, frame } = step;
  const name = account.homeUser.userPrincipalName;
  const clientId = request.get('client_id') ?? '';
  const tenant = step.door.tenant ?? account.homeTenant;
  const user = userIn(tenant, account);
  const app = tenant.apps.find((each) => each.clientId === clientId);
  if (!app) return refuse(world, step, entraErrors.appNotFound(clientId, tenant.displayName));
  if (!user) return refuse(world, step, entraErrors.userNotInTenant(name, tenant.displayName, clientId));
  if (!user.accountEnabled || !account.homeUser.accountEnabled)
    return refuse(world, step, entraErrors.accountDisabled());

  const ids = idsOf(world.state, account);
  if (world.switches.meet('block', ids)) return refuse(world, step, entraErrors.blockedByPolicy());

  const context = contextIn(request.get('claims'));
  const contextMissing = context !== undefined && !signedIn.contexts.includes(context);
  if (contextMissing || (!signedIn.mfa && world.switches.applies('demandMfa', ids))) {
    if (request.get('prompt') === 'none') return { refused: entraErrors.mfaRequired() };
    return { page: approvePage(frame, account.homeAccountId, name) };
  }
  return settleConsent(world, step, { account, tenant, user, app, signedIn });
}

/** Without a page to show it on, an error goes to the app; otherwise it stays with the person. */
function refuse({ state }: World, { request, frame }: SignInStep, error: EntraError): SignInOutcome {
  if (request.get('prompt') === 'none') return { refused: { ...error, error: 'interaction_required' } };
  return { page: errorPage(describe(error, state.now()).text, frame) };
}
