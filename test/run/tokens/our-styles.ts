import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The file that `npm run tokens` writes. */
export const tokensFile = 'components/tokens.css';

/** Our style sheets by their paths, but for the one that is made from them. */
export function ourStyles(): Record<string, string> {
  const files = ['components', 'entrypoints', 'utils'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.replaceAll('\\', '/')}`,
    ),
  );
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith('.css') && file !== tokensFile)
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
}
