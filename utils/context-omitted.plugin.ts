import type { Plugin } from 'vite';

/**
 * Leaves out the context that WXT gives to a content script: it tells the document of every page that it starts, and
 * ends when a page says that another one did. What ends ours is known without: see entrypoints/portal.content.ts.
 * https://wxt.dev/guide/essentials/content-scripts.html#context
 */
export function contextOmitted(): Plugin {
  return {
    name: 'guestpass:context-omitted',
    enforce: 'pre',
    load: {
      filter: { id: /\/wxt\/dist\/utils\/content-script-context\.mjs(\?|$)/ },
      handler: () => 'export class ContentScriptContext {}',
    },
  };
}
