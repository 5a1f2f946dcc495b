import { GuestpassPanel } from './guestpass-panel';
import type { PortalPort } from './portal-port';
import { useDock } from './use-dock';

/** The live panel on the portal's page, where the admin makes it small and moves it. */
export function DockedPanel({ portal }: { portal: PortalPort }) {
  return <GuestpassPanel portal={portal} dock={useDock(portal)} />;
}
