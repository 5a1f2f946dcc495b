import type { Guest } from '../utils/messages';
import { PassIcon } from './pass-icon';

/** A guest whose page is on its way to the tab; `isStuck` when the tab shows something else for now. */
export function OpeningGuest({ guest, isStuck }: { guest: Guest; isStuck: boolean }) {
  const name = <bdi>{guest.displayName}</bdi>;
  return (
    <main class="card">
      <header>
        <PassIcon />
        <h1>Guestpass</h1>
      </header>
      <div class="body" aria-busy={!isStuck}>
        <p role="status">
          {isStuck ? (
            <span>
              The tab does not show {name} yet. The portal may want you to sign in there; the panel appears
              here once it does.
            </span>
          ) : (
            <>
              <span class="spinner" />
              <span>Opening the page of {name}…</span>
            </>
          )}
        </p>
      </div>
    </main>
  );
}
