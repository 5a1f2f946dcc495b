/** A language that the message to a guest is written in: its own name, the direction of its script, the tag for `Intl`. */
type Language = { name: string; direction: 'ltr' | 'rtl'; intl: string };

/** The tags of the languages of the message to a guest. */
export const guestLanguageTags = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans', 'ar'] as const;

/** Names one of the languages. */
export type GuestLanguage = (typeof guestLanguageTags)[number];

/** The languages, each named in itself. */
export const guestLanguages = {
  en: { name: 'English', direction: 'ltr', intl: 'en' },
  de: { name: 'Deutsch', direction: 'ltr', intl: 'de' },
  fr: { name: 'Français', direction: 'ltr', intl: 'fr' },
  es: { name: 'Español', direction: 'ltr', intl: 'es' },
  'pt-BR': { name: 'Português (Brasil)', direction: 'ltr', intl: 'pt-BR' },
  ja: { name: '日本語', direction: 'ltr', intl: 'ja' },
  'zh-Hans': { name: '简体中文', direction: 'ltr', intl: 'zh-Hans' },
  // Everywhere Arabic is read these digits are known, and the address, the account and the pass have them too.
  ar: { name: 'العربية', direction: 'rtl', intl: 'ar-u-nu-latn' },
} as const satisfies Record<GuestLanguage, Language>;

/**
 * The language for a user's `preferredLanguage`, or undefined where none of ours is close: regions do not count
 * (`es-MX`, `en-GB`), and Portugal reads Brazil's. Chinese goes by its script: `zh-TW` and other traditional
 * Chinese get no simplified text unasked, as in Unicode's own fallbacks.
 * https://learn.microsoft.com/graph/api/resources/user#properties
 */
export function guestLanguageOf(preferredLanguage: unknown): GuestLanguage | undefined {
  if (typeof preferredLanguage !== 'string') return undefined;
  // Entra takes any text there: `de_DE` and `de-DE, en;q=0.8` are found in synced accounts.
  const [first = ''] = preferredLanguage.trim().replaceAll('_', '-').split(/[,;]/, 1);
  const { language, script } = likelyLocale(first) ?? {};
  if (language === 'pt') return 'pt-BR';
  if (language === 'zh') return script === 'Hans' ? 'zh-Hans' : undefined;
  return language && Object.hasOwn(guestLanguages, language) ? (language as GuestLanguage) : undefined;
}

/** The tag with its likely script and region: `zh-TW` → `zh-Hant-TW`; undefined where it is none. */
function likelyLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}
