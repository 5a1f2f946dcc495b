import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CheckIcon } from './icons';
import type { FoundGroup } from './policy-draft';
import { type Search, useSearch } from './use-search';
import { WordsOf } from './words-of';
import './group-field.css';
import { plural, text as words } from '../utils/interface-text';

type Props = {
  picked: FoundGroup | undefined;
  pick: (group: FoundGroup | undefined) => void;
  search: Search<FoundGroup[]>;
  /** Id of the element that tells what is wrong, if anything is. */
  problemId: string | undefined;
};

/** Chooses one group by its name: a search, then the group it found. */
export function GroupField({ picked, pick, search, problemId }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const choose = (group: FoundGroup | undefined) => {
    moved.current = true;
    pick(group);
  };
  // What had the focus is gone with the choice.
  useLayoutEffect(() => {
    if (moved.current) place.current?.querySelector<HTMLElement>('button, input')?.focus();
    moved.current = false;
  });
  return (
    <div ref={place}>
      {picked ? (
        <div class={problemId ? 'picked wrong' : 'picked'}>
          <CheckIcon />
          <p>
            <bdi>{picked.displayName}</bdi>
            <span class="object-id">{words('objectId', { id: picked.id })}</span>
          </p>
          <button type="button" aria-describedby={problemId} onClick={() => choose(undefined)}>
            {words('changeGroup')}
          </button>
        </div>
      ) : (
        <GroupSearchBox pick={choose} search={search} problemId={problemId} />
      )}
    </div>
  );
}

/** https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ with the list in the flow: the frame ends below the card. */
function GroupSearchBox({ pick, search, problemId }: Omit<Props, 'picked'>) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const wanted = text.trim();
  const result = useSearch(wanted, search);
  const found = wanted && result?.ok ? result.value : [];
  const isOpen = found.length > 0;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function type(event: Event): void {
    setText((event.currentTarget as HTMLInputElement).value);
    setActive(0);
  }

  function press(event: KeyboardEvent): void {
    const group = found[active];
    // Enter would send the form while the list is not there yet.
    if (event.key === 'Enter') event.preventDefault();
    if (event.key === 'Enter' && group) pick(group);
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      setText('');
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !isOpen) return;
    event.preventDefault();
    setActive((active + step + found.length) % found.length);
  }

  return (
    <div class="search">
      <label for="group-search">{words('group')}</label>
      <input
        id="group-search"
        type="text"
        role="combobox"
        placeholder={words('searchByName')}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={text}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls="found-groups"
        aria-activedescendant={isOpen ? `found-group-${active}` : undefined}
        aria-invalid={problemId !== undefined}
        aria-describedby={problemId}
        onInput={type}
        onKeyDown={press}
      />
      <div id="found-groups" ref={list} role="listbox" aria-label={words('groups')} hidden={!isOpen}>
        {found.map((group, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the input, as the pattern has it
          <div
            key={group.id}
            id={`found-group-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(group)}
          >
            <bdi>{group.displayName}</bdi>
            {found.some(({ id, displayName }) => id !== group.id && displayName === group.displayName) && (
              <span class="object-id">{words('objectId', { id: group.id })}</span>
            )}
          </div>
        ))}
      </div>
      {wanted !== '' && result && !result.ok ? (
        <p class="problem" role="alert">
          <WordsOf failure={result.failure} />
        </p>
      ) : (
        <p class="hint" role="status">
          {wanted !== '' && (result ? countOf(found.length) : words('searching'))}
        </p>
      )}
    </div>
  );
}

function countOf(count: number): string {
  return count === 0 ? words('noGroupBeginsSo') : plural('groupsFound', count);
}
