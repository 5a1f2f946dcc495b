import type { CDPSession, Frame } from 'puppeteer-core';
import packageOfPuppeteer from 'puppeteer-core/package.json' with { type: 'json' };

/** What puppeteer keeps to itself of a frame in Chromium. */
type CdpFrame = Frame & { client?: CDPSession; _id: string };

/**
 * Gives a frame in Chromium the world that puppeteer's selectors run in. Puppeteer 24 forgets it now and then for a
 * frame in a process of its own that loads while another one does; every selector in that frame then waits for ever.
 */
export async function giveIsolatedWorld(frame: Frame): Promise<void> {
  const { client, _id: frameId } = frame as CdpFrame;
  await client?.send('Page.createIsolatedWorld', {
    frameId,
    worldName: `__puppeteer_utility_world__${packageOfPuppeteer.version}`,
    grantUniveralAccess: true,
  });
}
