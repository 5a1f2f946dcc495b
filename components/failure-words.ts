import type { Failure } from '../utils/failures';
import { type TextKey, text } from '../utils/interface-text';
import type { Cloud } from '../utils/portals';

/** What happened and what to do now, in the language of the interface. */
export function wordsFor({ code, values = {} }: Failure): { cause: string; nextStep: string } {
  const named = code === 'otherCloud' ? inWords(values) : values;
  return { cause: text(`failure_${code}_cause`, named), nextStep: text(`failure_${code}_next`, named) };
}

const belongsTo: Record<Cloud, TextKey> = {
  global: 'belongsToGlobal',
  usgov: 'belongsToUsgov',
  china: 'belongsToChina',
};

function inWords(clouds: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(clouds).map(([name, cloud]) => [name, text(belongsTo[cloud as Cloud])]),
  );
}
