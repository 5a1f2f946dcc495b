import type { Browser } from 'wxt/browser';
import type { Calls, Guest } from '../utils/messages';
import { userPageFromUrl } from '../utils/portal-url';
import { urlOfUserPage } from '../utils/user-page-url';

/** Where a search found a guest. */
export type FoundIn = Pick<ReturnType<Calls['searchGuests']>, 'cloud' | 'tenant'>;

type Tab = Pick<Browser.tabs.Tab, 'id' | 'index' | 'url'>;

/** The tab that the popup is about, as far as the browser has told. */
export type PopupPlace = {
  tabId?: number | undefined;
  /** Names the user in the tab's address; empty where there is none. What is drawn for one is not kept for another. */
  page: string;
  /** A guest whose page is on its way to the tab; `isStuck` when the tab came to rest without it. */
  awaited?: { guest: Guest; isStuck: boolean };
  /** The tab is not the one that the admin sees. */
  isBehind: boolean;
};

type World = {
  tabs: {
    create(options: { url: string; active: boolean; index?: number }): Promise<Tab>;
    update(tabId: number, changes: { url?: string; active?: boolean }): Promise<unknown>;
    get(tabId: number): Promise<Tab>;
  };
  /** Hears of each tab before it is shown. */
  about: (tabId: number | undefined) => void;
  show: (place: PopupPlace) => void;
};

/**
 * Begins at the tab `first`. Security: which user is shown, and can be ordered for, stays the word of the browser on the
 * tab's address. A guest that was searched for is taken there first.
 */
export function createPopupTab(first: Tab | undefined, { tabs, about, show }: World) {
  let tab = first;
  let place: PopupPlace = { tabId: first?.id, page: pageOf(first), isBehind: false };

  function put(next: PopupPlace): void {
    place = next;
    about(next.tabId);
    show(next);
  }

  /** The tab is seen so now; it `rests` once it has loaded. */
  function saw(now: Tab, rests: boolean): void {
    tab = now;
    const { awaited, ...rest } = place;
    const page = pageOf(now);
    if (!awaited || shows(now, awaited.guest)) {
      if (awaited || page !== rest.page) put({ ...rest, page });
    } else if (rests && !awaited.isStuck) {
      put({ ...place, awaited: { ...awaited, isStuck: true } });
    }
  }

  return {
    /** What is to be shown now. */
    place: () => place,

    /** For `tabs.onUpdated`. */
    updated(tabId: number, { status }: { status?: string | undefined }, now: Tab): void {
      if (tabId === place.tabId) saw(now, status === 'complete');
    },

    /** Takes a guest's page to the tab, if the portal is there, else to a new one beside it that stays behind. */
    async open(guest: Guest, { tenant, cloud }: FoundIn): Promise<void> {
      if (shows(tab, guest)) return;
      const url = urlOfUserPage({ userId: guest.id, tenantId: tenant.id, cloud });
      const awaited = { guest, isStuck: false };
      put({ ...place, awaited });
      // A tab that was closed meanwhile can't be moved.
      const isMoved =
        tab?.id !== undefined &&
        isPortal(tab, url) &&
        (await tabs.update(tab.id, { url }).then(
          () => true,
          () => false,
        ));
      if (!isMoved) {
        const beside = tab ? { index: tab.index + 1 } : {};
        tab = await tabs.create({ url, active: false, ...beside });
        put({ tabId: tab.id, page: '', awaited, isBehind: true });
      }
      // It may have arrived before anybody listened.
      if (tab?.id !== undefined) saw(await tabs.get(tab.id), false);
    },

    /** Brings the tab to the front, which ends the popup. */
    async goTo(): Promise<void> {
      if (place.tabId !== undefined) await tabs.update(place.tabId, { active: true });
    },
  };
}

function pageOf(tab: Tab | undefined): string {
  const page = userPageFromUrl(tab?.url ?? '');
  return page ? JSON.stringify(page) : '';
}

const shows = (tab: Tab | undefined, { id }: Guest) => userPageFromUrl(tab?.url ?? '')?.userId === id;

const isPortal = ({ url = '' }: Tab, portal: string) =>
  URL.canParse(url) && new URL(url).origin === new URL(portal).origin;
