import { describe, expect, it } from 'vitest';
import { ines, layla, ready, room, url } from './reader-room';

const signedOut = { state: 'signInRequired' } as const;
const failed = { state: 'failed', failure: { code: 'offline' } };

/** The sign-in window is open, for Ines; it is the second question asked. */
async function signingIn() {
  const around = room();
  around.reader.moved({ url: url(ines) });
  await around.answer(0, signedOut);
  around.reader.signIn();
  return around;
}

describe('after a sign-in', () => {
  it('the page is read again when the tab moved meanwhile', async () => {
    const { reader, answer, asked, now } = await signingIn();
    reader.moved({ url: url(layla) });
    await answer(2, signedOut);
    await answer(1, ready(ines));
    expect(asked.map(({ what }) => what)).toEqual(['read', 'signIn', 'read', 'read']);
    await answer(3, ready(layla));
    expect(now()).toEqual(ready(layla));
  });

  it('nobody is shown but the user of the page, where the tab was elsewhere for a moment', async () => {
    const { answer, asked, now } = await signingIn();
    await answer(1, ready(layla));
    expect(asked.map(({ what }) => what)).toEqual(['read', 'signIn', 'read']);
    expect(now()).toEqual({ state: 'loading' });
    await answer(2, ready(ines));
    expect(now()).toEqual(ready(ines));
  });
});

describe('why a sign-in failed is shown though the portal told its directory', () => {
  it('meanwhile', async () => {
    const { reader, answer, fail, now } = await signingIn();
    reader.moved({ url: url(ines), directory: 't' });
    await answer(2, signedOut);
    await fail(1);
    expect(now()).toEqual(failed);
  });

  it('meanwhile, and was slow to answer', async () => {
    const { reader, answer, fail, now } = await signingIn();
    reader.moved({ url: url(ines), directory: 't' });
    await fail(1);
    await answer(2, signedOut);
    expect(now()).toEqual(failed);
  });

  it('afterwards, until it is read on purpose', async () => {
    const { reader, answer, fail, now } = await signingIn();
    await fail(1);
    reader.moved({ url: url(ines), directory: 't' });
    await answer(2, signedOut);
    expect(now()).toEqual(failed);
    reader.readAgain();
    await answer(3, signedOut);
    expect(now()).toEqual(signedOut);
  });
});

describe('why a sign-in failed is not shown when', () => {
  it.each([
    ['the tab shows another user by then', layla, signedOut],
    ['another tab has signed in by then', ines, ready(ines)],
  ])('%s', async (_, id, target) => {
    const { reader, answer, fail, now } = await signingIn();
    reader.moved({ url: url(id), directory: 't' });
    await answer(2, target);
    await fail(1);
    expect(now()).toEqual(target);
  });
});
