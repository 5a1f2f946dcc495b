import { expect, test } from 'vitest';
import { sandboxClientId } from '../sandbox/seed';
import { enterClientId, useStage } from './stage';
import { type Scene, story } from './story';

const stage = useStage({ setUp: false });

test('one click gives an internal guest the pass she signs in with to register a method', async () => {
  const { browser, sandbox } = stage;
  await enterClientId(browser, sandboxClientId);
  const scene: Scene = { browser, sandbox, page: await browser.browser.newPage() };
  for (const step of story) await step.run(scene);
  expect(scene.pasted).toMatch(/^\S{8,}$/);
}, 60_000);
