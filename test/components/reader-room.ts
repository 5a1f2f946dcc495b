import { createTargetReader, type Reading, type ReadyTarget } from '../../components/target-reader';
import type { IssuedPass, Result, Target } from '../../utils/messages';

/** The address of a user's page. */
export const url = (userId: string) =>
  `https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${userId}`;
/** One user. */
export const ines = '10000000-0000-4000-8000-000000000001';
/** Another. */
export const layla = '10000000-0000-4000-8000-000000000003';

/** What a reading of this user gives. */
export const ready = (id: string): ReadyTarget => ({
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
  cloud: 'global',
  policy: 'unknown',
  scope: 'unknown',
  register: 'authenticator',
  reasonRequired: false,
  copiesAtOnce: true,
  messageLanguage: 'en',
  hiding: { masked: true, afterSeconds: 120, onTabSwitch: false },
});

/** A pass just issued to this user. */
export const issuedFor = (userId: string): IssuedPass => ({
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
export function room() {
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
