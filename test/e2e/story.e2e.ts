import { expect, test } from 'vitest';
import { sandboxClientId } from '../sandbox/seed';
import { enterSetting, useStage } from './stage';
import { type Scene, story } from './story';

const stage = useStage({ setUp: false });

test('the whole life of a pass: policy off, on, one click, first sign-in, a method registered, the rest revoked', async () => {
  const { browser, sandbox } = stage;
  await enterSetting(browser, 'Application (client) ID', sandboxClientId);
  const scene: Scene = { browser, sandbox, page: await browser.browser.newPage() };
  for (const step of story) await step.run(scene);
  expect(scene.pasted).toMatch(/^\S{8,}$/);
});
