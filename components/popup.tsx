import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { text as words } from '../utils/interface-text';
import { callAboutTab } from '../utils/messages';
import { GuestSearch } from './guest-search';
import { GuestpassPanel } from './guestpass-panel';
import { OpeningGuest } from './opening-guest';
import { createPopupTab } from './popup-tab';

/** The toolbar's second door: a search for internal guests, and the panel for whom the tab shows. */
export function Popup({ tab }: { tab: Browser.tabs.Tab | undefined }) {
  const [text, setText] = useState('');
  const [turn, setTurn] = useState(0);
  const [popupTab] = useState(() =>
    createPopupTab(tab, { tabs: browser.tabs, about: callAboutTab, show: (place) => show(place) }),
  );
  const [{ tabId, page, awaited, isBehind }, show] = useState(popupTab.place);
  useEffect(() => {
    browser.tabs.onUpdated.addListener(popupTab.updated);
    return () => browser.tabs.onUpdated.removeListener(popupTab.updated);
  }, [popupTab]);

  return (
    <>
      <GuestSearch
        key={turn}
        text={text}
        type={setText}
        pick={(guest, where) => void popupTab.open(guest, where)}
        again={() => setTurn(turn + 1)}
        focusFirst={page === '' || turn > 0}
      />
      {/* Out of sight, not gone: an order may be on its way. */}
      <div class={text.trim() === '' ? 'at-tab' : 'at-tab waits'}>
        {awaited ? <OpeningGuest {...awaited} /> : <GuestpassPanel key={`${tabId} ${page}`} />}
        {isBehind && (
          <aside class="behind">
            <span>{words('pageInOtherTab')}</span>
            <button type="button" onClick={() => void popupTab.goTo()}>
              {words('goToTab')}
            </button>
          </aside>
        )}
      </div>
    </>
  );
}
