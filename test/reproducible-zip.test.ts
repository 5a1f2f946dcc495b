import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { reproducibleZip } from './run/reproducible-zip.mjs';

const made = async (date: string, names: string[]) => {
  const zip = new JSZip();
  for (const name of names) zip.file(name, `the text of ${name}`, { date: new Date(date) });
  return zip.generateAsync({ type: 'uint8array' });
};

it('makes one archive of the same files, whenever and in whatever order they were packed', async () => {
  const one = await made('2026-11-26T08:00:00Z', ['panel.html', 'chunks/a.js', 'background.js']);
  const other = await made('2027-02-01T23:59:58Z', ['chunks/a.js', 'background.js', 'panel.html']);
  expect(one).not.toEqual(other);
  const archive = await reproducibleZip(one);
  expect(archive.equals(await reproducibleZip(other))).toBe(true);
  const { files } = await JSZip.loadAsync(archive);
  expect(Object.keys(files)).toEqual(['background.js', 'chunks/a.js', 'panel.html']);
  expect(await files['panel.html']?.async('string')).toBe('the text of panel.html');
});
