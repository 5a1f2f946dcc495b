import { lazy } from './lazy';

/** `FailureNotice`, whose words are loaded with it: most admins never meet one, and the panel has to be there at once. */
export const FailureNotice = lazy(async () => (await import('./failure-notice')).FailureNotice);

/** `WordsOf`, likewise. */
export const WordsOf = lazy(async () => (await import('./words-of')).WordsOf);
