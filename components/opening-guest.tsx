import type { Guest } from '../utils/messages';
import { PassIcon } from './pass-icon';
import { Worded } from './worded';

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
              <Worded text="tabNotThereYet" with={{ guest: name }} />
            </span>
          ) : (
            <>
              <span class="spinner" />
              <span>
                <Worded text="openingPageOf" with={{ guest: name }} />
              </span>
            </>
          )}
        </p>
      </div>
    </main>
  );
}
