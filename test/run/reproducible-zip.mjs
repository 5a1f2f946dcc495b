import JSZip from 'jszip';

/**
 * The same archive with its files in order of their names and dated 1 January 1980, the first date a zip knows: one
 * state of the sources makes one archive, byte by byte. https://reproducible-builds.org/docs/archives/
 */
export async function reproducibleZip(archive) {
  const from = await JSZip.loadAsync(archive);
  const to = new JSZip();
  const date = new Date(Date.UTC(1980, 0, 1));
  const files = Object.values(from.files).filter(({ dir }) => !dir);
  for (const file of files.sort((one, other) => (one.name < other.name ? -1 : 1)))
    to.file(file.name, await file.async('nodebuffer'), { date, createFolders: false });
  return to.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}
