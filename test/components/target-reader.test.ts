import { describe, expect, it } from 'vitest';
import { createTargetReader, type Reading, type ReadyTarget } from '../../components/target-reader';
import type { IssuedPass, Result, Target } from '../../utils/messages';

const url = (userId: string) =>
  `https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${userId}`;
const ines = '10000000-0000-4000-8000-000000000001';
const layla = '10000000-0000-4000-8000-000000000003';
const groupsPage = 'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/GroupsList.ReactView';

const ready = (id: string): ReadyTarget => ({
  state: 'ready',
  guest: {
    id,
    displayName: id,
    userPrincipalName: `${id}@contoso.com`,
    externalUserType: 'internalGuest',
    accountEnabled: true,
  },
  tenant: { id: 't', displayName: 'Contoso' },
  admin: 'avery@contoso.com',
  policy: 'unknown',
});

const issuedFor = (userId: string): IssuedPass => ({
  id: 'p',
  userId,
  temporaryAccessPass: 'N4x%Tq7P',
  clientRequestId: 'c',
  startDateTime: '2026-11-23T13:00:00Z',
  lifetimeInMinutes: 60,
  isUsableOnce: false,
  isUsable: true,
  methodUsabilityReason: 'EnabledByPolicy',
});

/** A reader whose answers come when the test says so. */
function room() {
  const asked: { what: 'read' | 'signIn'; answer: (result: Result<Target>) => void }[] = [];
  const shown: Reading[] = [];
  const clock = { now: 1_000_000 };
  const ask = (what: 'read' | 'signIn') => () =>
    new Promise<Result<Target>>((answer) => asked.push({ what, answer }));
  const reader = createTargetReader({
    read: ask('read'),
    signIn: ask('signIn'),
    show: (reading) => shown.push(reading),
    now: () => clock.now,
  });
  const answer = async (index: number, target: Target) => {
    asked[index]?.answer({ ok: true, value: target });
    await settled();
  };
  const fail = async (index: number) => {
    asked[index]?.answer({ ok: false, failure: { code: 'offline' } });
    await settled();
  };
  return { reader, asked, shown, clock, answer, fail, now: () => shown.at(-1) };
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('what the panel shows', () => {
  it('never is the slow answer for a former user', async () => {
    const { reader, answer, shown, now } = room();
    reader.moved(url(ines));
    reader.moved(url(layla));
    await answer(1, ready(layla));
    await answer(0, ready(ines));
    expect(now()).toEqual(ready(layla));
    expect(shown).not.toContainEqual(ready(ines));
  });

  it('is dropped at once when the tab moves to another user', async () => {
    const { reader, answer, now } = room();
    reader.moved(url(ines));
    await answer(0, ready(ines));
    reader.moved(url(layla));
    expect(now()).toEqual({ state: 'loading' });
  });

  it('stays while the tab shows another page of the same user', async () => {
    const { reader, answer, asked, now } = room();
    reader.moved(url(ines));
    await answer(0, ready(ines));
    reader.moved(url(ines).replace('overview', 'UserAuthMethods'));
    expect(now()).toEqual(ready(ines));
    expect(asked).toHaveLength(1);
  });

  it('is nothing, without a call, on a page that is no user page', async () => {
    const { reader, answer, asked, now } = room();
    reader.moved(url(ines));
    reader.moved(groupsPage);
    await answer(0, ready(ines));
    reader.cameIntoView();
    await reader.readQuietly();
    await reader.readAgain();
    expect(now()).toEqual({ state: 'notUserPage' });
    expect(asked).toHaveLength(1);
  });

  it('is read again after the sign-in when the tab moved meanwhile', async () => {
    const { reader, answer, asked, now } = room();
    reader.moved(url(ines));
    await answer(0, { state: 'signInRequired' });
    reader.signIn();
    reader.moved(url(layla));
    await answer(2, { state: 'signInRequired' });
    await answer(1, ready(ines));
    expect(asked.map(({ what }) => what)).toEqual(['read', 'signIn', 'read', 'read']);
    await answer(3, ready(layla));
    expect(now()).toEqual(ready(layla));
  });

  it('stays when a quiet reading fails', async () => {
    const { reader, answer, fail, now } = room();
    reader.moved(url(ines));
    await answer(0, ready(ines));
    const quiet = reader.readQuietly();
    await fail(1);
    expect(await quiet).toBe(false);
    expect(now()).toEqual(ready(ines));
  });

  it('is read anew on coming into view after more than 60 seconds, but not while it holds a pass', async () => {
    const { reader, answer, asked, clock } = room();
    reader.moved(url(ines));
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
    reader.moved(url(ines));
    await answer(0, ready(ines));
    reader.readQuietly();
    expect(reader.issued(issuedFor(ines))).toBe(true);
    await answer(1, ready(ines));
    expect(now()).toMatchObject({ issued: { temporaryAccessPass: 'N4x%Tq7P' } });
  });

  it('is not shown, nor held, for another user than its own', async () => {
    const { reader, answer, shown } = room();
    reader.moved(url(layla));
    await answer(0, ready(layla));
    expect(reader.isShowing(ines)).toBe(false);
    expect(reader.issued(issuedFor(ines))).toBe(false);
    expect(JSON.stringify(shown)).not.toContain('N4x%Tq7P');
  });

  it('leaves with its secret on dismissal, and stays as the current pass', async () => {
    const { reader, answer, now } = room();
    reader.moved(url(ines));
    await answer(0, ready(ines));
    reader.issued(issuedFor(ines));
    reader.dismissed();
    expect(now()).toMatchObject({ state: 'ready', pass: { id: 'p' } });
    expect(JSON.stringify(now())).not.toContain('N4x%Tq7P');
  });

  it('makes a reading that began before it start over', async () => {
    const { reader, asked } = room();
    reader.moved(url(ines));
    expect(reader.issued(issuedFor(ines))).toBe(false);
    expect(asked).toHaveLength(2);
  });
});
