import { type GuestLanguage, guestLanguages } from '../utils/guest-language';
import { text } from '../utils/interface-text';

/** The languages of the message, each by its own name. */
export function LanguageSelect(props: {
  language: GuestLanguage;
  choose: (language: GuestLanguage) => void;
}) {
  return (
    <label>
      <span>{text('language')}</span>
      <select
        value={props.language}
        onChange={(event) => props.choose(event.currentTarget.value as GuestLanguage)}
      >
        {Object.entries(guestLanguages).map(([tag, { name }]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
