import type { Auth } from './auth';
import { FailureError } from './failures';
import type { IssuedPasses } from './issued-passes';
import type { Target, Wish } from './messages';
import type { OpenOrders } from './open-orders';
import { type Place, tenantToAsk } from './page-tenant';
import type { PortalChoice } from './portals';
import type { Settings } from './setting-schemas';
import type { TenantMemory } from './tenant-memory';
import type { Sight, Sights } from './user-sight';

/** What the panel on a page may show. */
export type TapTargets = {
  /** Answers from a reading of the last minute where there is one. Throws FailureError. */
  readTarget(page: Place): Promise<Target>;
};

type Tools = {
  auth: Pick<Auth, 'accounts'>;
  sights: Sights;
  issuedPasses: IssuedPasses;
  memory: TenantMemory;
  openOrders: Pick<OpenOrders, 'newsOf' | 'isBusy'>;
  settings: Omit<Settings, keyof PortalChoice | 'clientId' | 'showForMembers' | 'recordRetentionInDays'>;
};

/** Puts together what is known of a page's user, in one cloud. */
export function createTapTargets({
  auth,
  sights,
  issuedPasses,
  memory,
  openOrders,
  settings,
}: Tools): TapTargets {
  const usualWish = usualWishOf(settings);

  async function targetOf(page: Place, sight: Sight): Promise<Target> {
    const { guest, tenant, admin, policy, scope, register, passes } = sight;
    if (!sight.isForPass) return { state: 'notInternalGuest', guest, tenant };
    const listed = passes === 'unknown' ? undefined : passes[0];
    const finding = issuedPasses.find(guest.id, listed);
    const [kept, remembered, news] = await Promise.all([
      finding,
      memory.read(tenant.id),
      openOrders.newsOf(
        guest.id,
        sight,
        finding.then((pass) => pass?.clientRequestId),
      ),
    ]);
    // How a dead worker's order ended, only a list will tell that is newer than this one.
    if (news.underWay && !openOrders.isBusy()) sights.forget(guest.id);
    const issued = kept && kept.id === news.revoked ? undefined : kept;
    if (news.revoked) await issuedPasses.forget(guest.id, news.revoked);
    return {
      state: 'ready',
      cloud: page.cloud,
      guest,
      tenant,
      admin,
      policy,
      scope,
      register,
      ...(usualWish ? { usualWish } : {}),
      copiesAtOnce: settings.copyAtOnce,
      messageLanguage: settings.messageLanguage,
      reasonRequired: settings.reasonRequired,
      hiding: {
        masked: settings.maskPass,
        afterSeconds: settings.hidePassAfterSeconds,
        onTabSwitch: settings.hidePassOnTabSwitch,
      },
      ...remembered,
      ...(listed ? { pass: listed } : {}),
      ...(passes === 'unknown' ? { passHidden: true } : {}),
      ...(issued ? { issued } : {}),
      ...news,
    };
  }

  /** Which tenant to sign in to, and who is signed in to another one. */
  async function signInRequired(page: Place): Promise<Target> {
    const tenant = tenantToAsk(page, settings.tenantLock);
    const [account] = await auth.accounts();
    return {
      state: 'signInRequired',
      ...(tenant ? { tenant } : {}),
      ...(account && account.tenantId !== tenant
        ? { signedIn: { admin: account.username, tenant: sights.nameOf(account.tenantId) } }
        : {}),
    };
  }

  return {
    async readTarget(page) {
      try {
        return await targetOf(page, await sights.of(page));
      } catch (error) {
        if (!(error instanceof FailureError) || error.failure.code !== 'signInRequired') throw error;
        return signInRequired(page);
      }
    },
  };
}

/** What the settings leave to the tenant's policy is not wished for. */
function usualWishOf({ defaultLifetimeInMinutes, defaultUse }: Tools['settings']): Wish | undefined {
  const wish = {
    ...(defaultLifetimeInMinutes === 0 ? {} : { lifetimeInMinutes: defaultLifetimeInMinutes }),
    ...(defaultUse === 'policy' ? {} : { isUsableOnce: defaultUse === 'oneTime' }),
  };
  return Object.keys(wish).length > 0 ? wish : undefined;
}
