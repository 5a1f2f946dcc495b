import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const output = fileURLToPath(new URL('../.output', import.meta.url));

test.each(['chrome', 'edge', 'firefox'])(
  'the content script of %s comes without the context of WXT',
  (browser) => {
    const script = readFileSync(`${output}/${browser}-mv3/content-scripts/portal.js`, 'utf8');
    expect(script).toContain('shouldShowPanel');
    expect(script).not.toContain('script-started');
  },
);
