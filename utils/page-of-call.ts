import { isTenantId } from './auth-tenants';
import type { Sender } from './handle-calls';
import type { Seen } from './messages';
import type { Place } from './page-tenant';
import { userPageFromUrl } from './portal-url';
import { isChosenPortal } from './portals';
import type { Settings } from './setting-schemas';
import { settleAddress } from './tab-address';

/**
 * The settings of the moment, as `settingsNow` gives them, and the page of a chosen portal that a call is about, if it is a user's.
 *
 * Security: the user is read from the address the browser reports, never from a message. The directory is the
 * page's word and can at most lead to a tenant where this user is not found.
 */
export async function placeOf(
  sender: Sender,
  { url, directory }: Seen,
  settingsNow: () => Promise<Settings>,
): Promise<{ settings: Settings; place?: Place }> {
  const [settings, { tabUrl }] = await Promise.all([settingsNow(), settleAddress(sender, url)]);
  const page = tabUrl === undefined ? undefined : userPageFromUrl(tabUrl);
  if (!tabUrl || !page || !isChosenPortal(new URL(tabUrl).hostname, settings)) return { settings };
  const named = directory && isTenantId(directory) ? { directory: directory.toLowerCase() } : {};
  return { settings, place: { ...page, ...named } };
}
