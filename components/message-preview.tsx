import { type GuestLanguage, guestLanguages } from '../utils/guest-language';
import { text as words } from '../utils/interface-text';

/** The message as the guest will read it, in a box that scrolls. */
export function MessagePreview({ language, text }: { language: GuestLanguage; text: string }) {
  return (
    <section
      class="message"
      aria-label={words('messageToGuest')}
      lang={language}
      dir={guestLanguages[language].direction}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard
      tabIndex={0}
    >
      {text}
    </section>
  );
}
