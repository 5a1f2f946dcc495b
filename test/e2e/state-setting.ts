import type { Page } from 'puppeteer-core';
import { people } from '../sandbox/seed';
import { type SandboxTenant, type SandboxUser, userOf } from '../sandbox/state';
import { type Desk, openSignedIn } from './admin';
import { click, waitForText } from './panel';
import type { Stage } from './stage';

/** What a state is shown with: the stage, and Contoso and Ines in it. */
export type Setting = { stage: Stage; contoso: SandboxTenant; ines: SandboxUser };

/** Brings the extension into one state and resolves to the page to look at. */
export type ShowState = (setting: Setting) => Promise<Page>;

/** A setting for one state on this stage. */
export function settingIn(stage: Stage): Setting {
  const [contoso] = stage.sandbox.state.tenants;
  const ines = contoso && userOf(contoso, people.ines);
  if (!ines) throw new Error('The seed begins with Contoso and has an Ines.');
  return { stage, contoso, ines };
}

/** The page of this user with a panel that is ready, and what `show` does there. */
export const signedIn = (
  userId: string,
  show: (desk: Desk, setting: Setting) => Promise<unknown> = async () => {},
) =>
  (async (setting) => {
    const desk = await openSignedIn(setting.stage, userId);
    await show(desk, setting);
    return desk.page;
  }) satisfies ShowState;

/** The same, once a pass is issued and the hand-over can be used. */
export const issued = (userId: string, show?: Parameters<typeof signedIn>[1]) =>
  signedIn(userId, async (desk, setting) => {
    await click(desk.panel, 'Issue TAP');
    await waitForText(desk.panel, 'Copied');
    await desk.panel.waitForSelector('.hand-over button[aria-disabled=false]');
    await show?.(desk, setting);
  });
