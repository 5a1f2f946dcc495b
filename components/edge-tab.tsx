import { useLayoutEffect } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { newsOf } from './news-of';
import type { View } from './panel';
import { PassIcon } from './pass-icon';
import type { Dock } from './use-dock';

/** The collapsed panel: a small tab at the edge of the window, which says whether there is a pass in it. */
export function EdgeTab({ dock, view, now }: { dock: Dock; view: View; now: number }) {
  const news = newsOf(view, now);
  useLayoutEffect(dock.arrive, []);
  return (
    <main class={`edge ${dock.side}`}>
      <h1 class="offscreen">Guestpass</h1>
      <button
        type="button"
        class="tab"
        aria-label={text('openGuestpass')}
        aria-describedby={news ? 'news' : undefined}
        title={news ? text('openGuestpassNews', { news }) : text('openGuestpass')}
        onClick={dock.open}
      >
        <PassIcon />
        {news && <span class="dot" />}
      </button>
      {news && (
        <p id="news" class="offscreen">
          {news}
        </p>
      )}
    </main>
  );
}
