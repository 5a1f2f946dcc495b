import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';

const environment = normalizePath(fileURLToPath(new URL('./msal-environment.ts', import.meta.url)));

/**
 * Gives MSAL's modules, and no others, the `window`, `document` and `fetch` of `msal-environment.ts` by an import at
 * their top. Nothing is put on `globalThis`, so every other library still sees that it runs in a worker.
 * https://vite.dev/guide/api-plugin
 */
export function msalEnvironment(): Plugin {
  return {
    name: 'guestpass:msal-environment',
    enforce: 'pre',
    transform: {
      filter: { id: /@azure\/msal-(browser|common)\/.*\.mjs(\?|$)/ },
      handler(code) {
        const needed = [
          ...(/\bwindow\b/.test(code) ? ['msalWindow as window'] : []),
          ...(/\bdocument\b/.test(code) ? ['msalDocument as document'] : []),
          ...(/\bfetch\(/.test(code) ? ['msalFetch as fetch'] : []),
        ];
        if (needed.length === 0) return undefined;
        // Put before the first line, not above it, so that line numbers stay true.
        const statement = `import { ${needed.join(', ')} } from ${JSON.stringify(environment)};`;
        return { code: `${statement} ${code}`, map: null };
      },
    },
  };
}
