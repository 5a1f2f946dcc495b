import { externalUserType } from '../../utils/external-user-type';
import { userPageFromUrl } from '../../utils/portal-url';
import { userPage } from '../e2e/story';
import { contoso, people } from '../sandbox/seed';
import { baseline, figure, type Section } from './figure';

const calls = 20_000;

/** What the two questions cost that are asked most, in microseconds each. */
export function measurePureRooms(n: number): Section {
  const url = userPage(people.ines);
  const other = 'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/RiskyUsersBlade';
  const [ines] = contoso([]).users;
  if (!ines) throw new Error('Contoso has nobody.');
  const domains = ['contoso.com', 'contoso.onmicrosoft.com'];
  const parse = baseline(
    'new URL()',
    times(n, () => new URL(url)),
  );
  const read = baseline(
    'JSON.stringify()',
    times(n, () => JSON.stringify(ines)),
  );
  return {
    title: 'Questions asked most',
    note: `Each sample is the mean of ${calls} calls, in Node.`,
    figures: [
      figure(
        'userPageFromUrl, a user’s page',
        'µs',
        times(n, () => userPageFromUrl(url)),
        { baseline: parse },
      ),
      figure(
        'userPageFromUrl, another page',
        'µs',
        times(n, () => userPageFromUrl(other)),
        { baseline: parse },
      ),
      figure(
        'externalUserType',
        'µs',
        times(n, () => externalUserType(ines, domains)),
        { baseline: read },
      ),
    ],
  };
}

/** `n` samples; what the compiler does to code that runs often comes before them. */
function times(n: number, work: () => unknown): number[] {
  const samples: number[] = [];
  for (let turn = -2; turn < n; turn += 1) {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) work();
    if (turn >= 0) samples.push(((performance.now() - start) * 1000) / calls);
  }
  return samples;
}
