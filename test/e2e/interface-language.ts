import { readFileSync } from 'node:fs';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { type Catalogue, createTranslation, type Translation } from './translate';

const translations = new WeakMap<Browser, Translation>();

/** From now on, what is looked for in this browser by its English words is found in this language. */
export function speak(browser: Browser, language: string): void {
  translations.set(browser, createTranslation(catalogueOf('en'), catalogueOf(language)));
}

/** What the element may be called in this page's browser that English calls so. */
export const namesOf = (place: Frame | Page, english: string): string[] =>
  translationOf(place)?.names(english) ?? [english];

/** The words one of which this page's browser shows where English would show these. */
export const partsOf = (place: Frame | Page, english: string): string[] =>
  translationOf(place)?.parts(english) ?? [english];

function translationOf(place: Frame | Page): Translation | undefined {
  const page = 'mainFrame' in place ? place : place.page();
  return translations.get(page.browser());
}

function catalogueOf(language: string): Catalogue {
  const file = new URL(`../../public/_locales/${language}/messages.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}
