import { setUp } from './set-up.mjs';
import { buildExtension } from './tools.mjs';

await setUp();
for (const browser of ['chrome', 'edge', 'firefox']) {
  const { code } = await buildExtension(browser);
  if (code !== 0) process.exit(code);
}
