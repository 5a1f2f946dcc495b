import { text } from '../utils/interface-text';
import { spellOut } from '../utils/spell-out';
import { englishSpelling } from '../utils/spell-out-words';
import { bringIntoView } from './bring-into-view';

/** A pass to be read out on the phone: large, in groups, each character with its word. */
export function SpelledPass({ temporaryAccessPass }: { temporaryAccessPass: string }) {
  return (
    <ol ref={bringIntoView} class="spelled" aria-label={text('passSpelledOut')} dir="ltr">
      {spellOut(temporaryAccessPass, englishSpelling).map((group, index) => (
        <li key={index} lang="en">
          {group.map(({ character, say }, index) => (
            <span key={index} class="spelled-character">
              <b aria-hidden="true">{character}</b>
              <span>{say}</span>
              <span class="offscreen">, </span>
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}
