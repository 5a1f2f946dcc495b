import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../e2e/stage';
import type { ShowState } from '../e2e/state-setting';
import { states } from '../e2e/states';
import type { Theme } from '../e2e/wear-theme';
import { galleryPage } from './gallery-page';
import { onPictureStage, showOn } from './picture-stage';
import { takePictures } from './take-pictures';

type Options = {
  extensionDir: string;
  folder: string;
  themes: Theme[];
  languages: string[];
  only: string[];
  width: number;
};

/** How many browsers are at work at once: they wait more than they work. */
const browsersAtOnce = 2;

/**
 * Saves a picture of every state whose name has one of `only` in it, in each theme and language, as
 * `<state>-<theme>-<language>.png`, and a page with all of them. Resolves to what is wrong, one line each: a state that
 * could not be shown, and each violation that axe found.
 */
export async function saveGallery(options: Options): Promise<string[]> {
  const { extensionDir, folder, themes, languages, only } = options;
  mkdirSync(folder, { recursive: true });
  const shown = Object.entries(states).filter(([name]) => only.some((text) => name.includes(text)));
  const wrong: string[] = [];
  let done = 0;
  const jobs = languages.flatMap((language) =>
    halvesOf(shown).map((half) => ({
      language,
      work: async (stage: Stage) => {
        for (const [name, show] of half) {
          const begun = Date.now();
          const found = await pictureState(stage, show, { ...options, name, language });
          wrong.push(...found);
          for (const line of found) console.error(line);
          const seconds = ((Date.now() - begun) / 1000).toFixed(1);
          console.log(`${++done}/${shown.length * languages.length} ${name} in ${language}, ${seconds} s`);
        }
      },
    })),
  );
  const oneAfterAnother = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift())
      await onPictureStage({ extensionDir, language: job.language }, job.work);
  };
  await Promise.all(Array.from({ length: browsersAtOnce }, oneAfterAnother));
  const names = shown.map(([name]) => name);
  writeFileSync(join(folder, 'index.html'), galleryPage({ names, themes, languages, wrong }));
  return wrong;
}

/** So that no browser is at work alone in the end. */
const halvesOf = <Thing>(things: Thing[]): Thing[][] =>
  [0, 1].map((half) => things.filter((_, index) => index % 2 === half)).filter(({ length }) => length);

type Wanted = Options & { name: string; language: string };

/** A browser on a busy machine loses a step now and then: a second try is said. */
async function pictureState(stage: Stage, show: ShowState, wanted: Wanted, tries = 2): Promise<string[]> {
  const { name, language } = wanted;
  try {
    return await takePictures(await showOn(stage, show), wanted);
  } catch (error) {
    const [reason] = String(error).split('\n');
    const failure = `${name} in ${language} could not be shown: ${reason}`;
    if (tries === 1) return [failure];
    console.error(`${failure}. Once more`);
    return pictureState(stage, show, wanted, tries - 1);
  }
}
