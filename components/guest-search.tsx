import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text as words } from '../utils/interface-text';
import { call, type Guest } from '../utils/messages';
import { FoundGuestsStatus } from './found-guests-status';
import { LateFailure } from './late-failure';
import { lazy } from './lazy';
import type { FoundIn } from './popup-tab';
import { useSearch } from './use-search';

const NameCaveats = lazy(async () => (await import('./late-notices')).NameCaveats);

type Props = {
  /** What is typed. */
  text: string;
  type: (text: string) => void;
  pick: (guest: Guest, where: FoundIn) => void;
  /** Begins anew with the same text. */
  again: () => void;
  /** Begin with the keyboard here. */
  focusFirst: boolean;
};

/** Finds an internal guest by name: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ with the list in the flow. */
export function GuestSearch({ text, type, pick, again, focusFirst }: Props) {
  const [active, setActive] = useState(0);
  const [signingIn, setSigningIn] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const wanted = text.trim();
  const result = useSearch(wanted, (text) => call('searchGuests', text));
  const found = wanted && result?.ok ? result.value : undefined;
  const guests = found?.guests ?? [];
  const isOpen = guests.length > 0;

  useLayoutEffect(() => {
    if (focusFirst) input.current?.focus();
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function retype(text: string): void {
    type(text);
    setActive(0);
  }

  function choose(guest: Guest | undefined): void {
    if (!guest || !found) return;
    // The panel takes the focus once it has somebody to show.
    input.current?.blur();
    retype('');
    pick(guest, found);
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter') choose(guests[active]);
    if (event.key === 'Escape' && text !== '') {
      // The browser would close the popup.
      event.preventDefault();
      retype('');
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !isOpen) return;
    event.preventDefault();
    setActive((active + step + guests.length) % guests.length);
  }

  async function signIn(event: Event, pick = false): Promise<void> {
    if (!event.isTrusted || signingIn) return;
    setSigningIn(true);
    await call('signIn', { pick });
    again();
  }

  return (
    <search class="find">
      <label for="guest-search">{words('findInternalGuest')}</label>
      <input
        id="guest-search"
        ref={input}
        type="text"
        role="combobox"
        placeholder={words('nameOrSignInName')}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        maxLength={120}
        value={text}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls="found-guests"
        aria-activedescendant={isOpen ? `found-guest-${active}` : undefined}
        aria-describedby="found-status"
        onInput={(event) => retype(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div id="found-guests" ref={list} role="listbox" aria-label={words('guests')} hidden={!isOpen}>
        {guests.map((guest, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the input, as the pattern has it
          <div
            key={guest.id}
            id={`found-guest-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(guest)}
          >
            <bdi class="name">{guest.displayName}</bdi>
            <span class="upn">
              <bdi>{guest.userPrincipalName}</bdi>
            </span>
            {guest.externalUserType === 'uncertain' && (
              <span class="badge">{words('maybeInternalGuest')}</span>
            )}
            <NameCaveats guest={guest} />
          </div>
        ))}
      </div>
      {wanted !== '' && result?.ok === false && (
        <LateFailure
          failure={result.failure}
          on={{ signIn, readAgain: again, options: () => void call('openOptions') }}
          busy={signingIn}
          again="tryAgain"
        />
      )}
      <p id="found-status" class="hint" role="status">
        {wanted !== '' && <FoundGuestsStatus found={found} failed={result?.ok === false} />}
      </p>
    </search>
  );
}
