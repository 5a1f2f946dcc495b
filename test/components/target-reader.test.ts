import { describe, expect, it } from 'vitest';
import { ines, issuedFor, layla, ready, room, url } from './reader-room';

const groupsPage = 'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/GroupsList.ReactView';

describe('what the panel shows', () => {
  it('never is the slow answer for a former user', async () => {
    const { reader, answer, shown, now } = room();
    reader.moved({ url: url(ines) });
    reader.moved({ url: url(layla) });
    await answer(1, ready(layla));
    await answer(0, ready(ines));
    expect(now()).toEqual(ready(layla));
    expect(shown).not.toContainEqual(ready(ines));
  });

  it('is not what the background saw while the tab was elsewhere for a moment', async () => {
    const { reader, answer, asked, now } = room();
    reader.moved({ url: url(ines) });
    await answer(0, ready(layla));
    expect(now()).toEqual({ state: 'loading' });
    expect(asked).toHaveLength(2);
    await answer(1, ready(ines));
    expect(now()).toEqual(ready(ines));
  });

  it('is dropped at once when the tab moves to another user', async () => {
    const { reader, answer, now } = room();
    reader.moved({ url: url(ines) });
    await answer(0, ready(ines));
    reader.moved({ url: url(layla) });
    expect(now()).toEqual({ state: 'loading' });
  });

  it('stays while the tab shows another page of the same user', async () => {
    const { reader, answer, asked, now } = room();
    reader.moved({ url: url(ines) });
    await answer(0, ready(ines));
    reader.moved({ url: url(ines).replace('overview', 'UserAuthMethods') });
    expect(now()).toEqual(ready(ines));
    expect(asked).toHaveLength(1);
  });

  it('is dropped when the portal shows another directory, and stays when it tells the one shown', async () => {
    const { reader, answer, asked, now } = room();
    reader.moved({ url: url(ines) });
    await answer(0, ready(ines));
    reader.moved({ url: url(ines), directory: 't' });
    reader.moved({ url: url(ines) });
    expect(now()).toEqual(ready(ines));
    expect(asked).toHaveLength(1);
    reader.moved({ url: url(ines), directory: 'another' });
    expect(now()).toEqual({ state: 'loading' });
    expect(asked).toHaveLength(2);
  });

  it('is nothing, without a call, on a page that is no user page', async () => {
    const { reader, answer, asked, now } = room();
    reader.moved({ url: url(ines) });
    reader.moved({ url: groupsPage });
    await answer(0, ready(ines));
    reader.cameIntoView();
    await reader.readQuietly();
    await reader.readAgain();
    expect(now()).toEqual({ state: 'notUserPage' });
    expect(asked).toHaveLength(1);
  });

  it('stays when a quiet reading fails', async () => {
    const { reader, answer, fail, now } = room();
    reader.moved({ url: url(ines) });
    await answer(0, ready(ines));
    const quiet = reader.readQuietly();
    await fail(1);
    expect(await quiet).toBe(false);
    expect(now()).toEqual(ready(ines));
  });

  it('is a failure, not an endless wait, when a quiet reading overtakes the first one and fails', async () => {
    const { reader, answer, fail, now } = room();
    reader.moved({ url: url(ines) });
    reader.readQuietly();
    await answer(0, ready(ines));
    await fail(1);
    expect(now()).toEqual({ state: 'failed', failure: { code: 'offline' } });
  });

  it('is read anew on coming into view after more than 60 seconds, but not while it holds a pass', async () => {
    const { reader, answer, asked, clock } = room();
    reader.moved({ url: url(ines) });
    await answer(0, ready(ines));
    clock.now += 60_000;
    reader.cameIntoView();
    expect(asked).toHaveLength(1);
    clock.now += 1;
    reader.cameIntoView();
    expect(asked).toHaveLength(2);
    await answer(1, ready(ines));
    reader.issued(issuedFor(ines));
    clock.now += 60_001;
    reader.cameIntoView();
    expect(asked).toHaveLength(2);
  });
});

describe('a pass just issued', () => {
  it('is shown, and an older answer does not wipe it', async () => {
    const { reader, answer, now } = room();
    reader.moved({ url: url(ines) });
    await answer(0, ready(ines));
    reader.readQuietly();
    expect(reader.issued(issuedFor(ines))).toBe(true);
    await answer(1, ready(ines));
    expect(now()).toMatchObject({ issued: { temporaryAccessPass: 'N4x%Tq7P' } });
  });

  it('is not shown, nor held, for another user than its own', async () => {
    const { reader, answer, shown } = room();
    reader.moved({ url: url(layla) });
    await answer(0, ready(layla));
    expect(reader.shown(ines)).toBeUndefined();
    expect(reader.issued(issuedFor(ines))).toBe(false);
    expect(JSON.stringify(shown)).not.toContain('N4x%Tq7P');
  });

  it('leaves with its secret on dismissal, and stays as the current pass', async () => {
    const { reader, answer, now } = room();
    reader.moved({ url: url(ines) });
    await answer(0, ready(ines));
    reader.issued(issuedFor(ines));
    reader.dismissed();
    expect(now()).toMatchObject({ state: 'ready', pass: { id: 'p' } });
    expect(JSON.stringify(now())).not.toContain('N4x%Tq7P');
  });

  it('makes a reading that began before it start over', async () => {
    const { reader, asked } = room();
    reader.moved({ url: url(ines) });
    expect(reader.issued(issuedFor(ines))).toBe(false);
    expect(asked).toHaveLength(2);
  });
});
