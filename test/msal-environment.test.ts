import { build, parseAst } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { msalDocument, msalWindow } from '../utils/msal-environment';
import { msalEnvironment } from '../utils/msal-environment.plugin';

const given: Record<string, object> = { window: msalWindow, document: msalDocument };

/**
 * What the environment does not give, because nothing that Guestpass does with MSAL gets there. A new entry
 * needs a look at MSAL's source: is it on the way of signing in by redirect or of renewing a token?
 */
const unreached: Record<string, string> = {
  'window.localStorage': "cacheLocation 'localStorage', and a check of the option verifySSO, in a try",
  'document.cookie': "the key of cacheLocation 'localStorage'",
  'window.msal': 'written by MSAL itself, to count its instances',
  'window.origin': 'the native broker, behind allowPlatformBroker',
  'window.postMessage': 'the native broker, behind allowPlatformBroker',
  'window.setTimeout': 'popup, hidden iframe and native broker',
  'window.setInterval': 'popup and hidden iframe',
  'window.clearInterval': 'popup and hidden iframe',
  'window.clearTimeout': 'hidden iframe',
  'document.createElement': 'hidden iframe, and the option to preconnect',
  'document.head': 'the option to preconnect',
  'document.body': 'popup and hidden iframe',
  'document.documentElement': 'popup',
  'window.[computed] in operatingcontext/BaseOperatingContext.mjs':
    'sessionStorage by a constant, for the log level',
  'window in utils/BrowserUtils.mjs': 'compared with its parent: am I in an iframe?',
  'window in controllers/StandardController.mjs': 'clears an answer from the location, which never holds one',
  'window in cache/BrowserCacheManager.mjs': 'clears an answer from the location, which never holds one',
  'window in crypto/BrowserCrypto.mjs': 'asked whether it exists',
  'window in config/Configuration.mjs': 'the option originCheck turned off',
  'window in utils/PopupOriginCheck.mjs': 'popup',
  'window in interaction_client/PopupClient.mjs': 'popup',
  'window in broker/nativeBroker/PlatformAuthExtensionHandler.mjs':
    'the native broker, behind allowPlatformBroker',
  'document in interaction_client/RedirectClient.mjs': 'requests by form: httpMethod POST, protocol mode EAR',
};

describe("MSAL's environment", () => {
  /** `window.location` → the modules of MSAL that say so, of those that end up in the background's bundle. */
  let touched: Map<string, string[]>;
  beforeAll(async () => {
    touched = touchedIn(await modulesOfMsal());
  }, 30_000);

  const isGiven = (name: string) => {
    const [object = '', member = ''] = name.split('.');
    return Object.hasOwn(given[object] ?? {}, member);
  };

  it('has every member of window and document that MSAL touches', () => {
    const missing = [...touched].filter(([name]) => !isGiven(name) && !Object.hasOwn(unreached, name));
    expect(
      missing,
      'give it in utils/msal-environment.ts, or explain above why MSAL never gets there',
    ).toEqual([]);
  });

  it('explains nothing that is given or no longer touched', () => {
    expect(Object.keys(unreached).filter((name) => isGiven(name) || !touched.has(name))).toEqual([]);
  });

  it('gives nothing that MSAL does not touch', () => {
    const names = Object.entries(given).flatMap(([name, object]) =>
      Object.keys(object).map((member) => `${name}.${member}`),
    );
    expect(names.filter((name) => !touched.has(name))).toEqual([]);
  });

  it("reaches all of MSAL's modules that say window or document", async () => {
    const { modules } = await chunkOf([msalEnvironment()]);
    const left = Object.entries(modules).filter(([id, { code }]) => {
      return code && id.includes('/@azure/') && globalsIn(parseAst(code)).length > 0;
    });
    expect(left.map(([id]) => id)).toEqual([]);
  });
});

type Chunk = { modules: Record<string, { code: string | null }> };

/** The background's way to MSAL, bundled. */
async function chunkOf(plugins: ReturnType<typeof msalEnvironment>[]): Promise<Chunk> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: 'utils/auth.ts', preserveEntrySignatures: 'strict', external: /^wxt/ },
    },
  });
  const chunk = [result].flat().flatMap((each) => ('output' in each ? each.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('Vite built no chunk');
  return chunk;
}

async function modulesOfMsal(): Promise<[name: string, code: string][]> {
  const { modules } = await chunkOf([]);
  const named = Object.entries(modules).map(([id, { code }]) => [
    id.split(/\/@azure\/msal-\w+\/[\w-]+\//)[1],
    code,
  ]);
  return named.filter((entry): entry is [string, string] => Boolean(entry[0] && entry[1]));
}

function touchedIn(modules: [string, string][]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [module, code] of modules) {
    for (const name of globalsIn(parseAst(code))) {
      const key = /\.\w+$/.test(name) ? name : `${name} in ${module}`;
      found.set(key, [...(found.get(key) ?? []), module]);
    }
  }
  return found;
}

type Node = { type: string; [key: string]: unknown };

/** Every use of `window` and `document` in the syntax tree but `typeof`: `window.x`, `window.[computed]`, `window`. */
function globalsIn(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(globalsIn);
  if (typeof tree !== 'object' || tree === null) return [];
  const node = tree as Node;
  const object = globalName(node.object);
  if (node.type === 'UnaryExpression' && node.operator === 'typeof' && globalName(node.argument)) return [];
  if (node.type === 'MemberExpression' && object) {
    return node.computed
      ? [`${object}.[computed]`, ...globalsIn(node.property)]
      : [`${object}.${(node.property as { name: string }).name}`];
  }
  const name = globalName(node);
  if (name) return [name];
  // The names of properties are no variables.
  return Object.entries(node).flatMap(([key, child]) =>
    ['property', 'key'].includes(key) && !node.computed ? [] : globalsIn(child),
  );
}

function globalName(node: unknown): string | undefined {
  const { type, name } = (node ?? {}) as { type?: string; name?: string };
  return type === 'Identifier' && name && Object.hasOwn(given, name) ? name : undefined;
}
