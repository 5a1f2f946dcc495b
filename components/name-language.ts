import { interfaceLanguage, isRightToLeft } from '../utils/interface-text';

/** Tells screen readers and the layout in which language, and in which direction, this page is written. */
export function nameLanguage(): void {
  const [language = ''] = interfaceLanguage().split('-u-', 1);
  document.documentElement.lang = language;
  document.documentElement.dir = isRightToLeft() ? 'rtl' : 'ltr';
}
