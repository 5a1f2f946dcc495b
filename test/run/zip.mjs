import { setUp } from './set-up.mjs';
import { runTool } from './tools.mjs';

await setUp();
// Store builds come without the development `key`: each store signs with its own.
for (const browser of ['chrome', 'edge', 'firefox']) {
  const { code } = await runTool('wxt', ['zip', '--browser', browser, '--mv3', '--mode', 'store']);
  if (code !== 0) process.exit(code);
}
