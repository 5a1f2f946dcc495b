import { expect, test } from 'vitest';
import { problemOfSaving } from '../../components/problem-of-saving';

test('what a browser says against saving is passed on, and nothing once it has saved', async () => {
  expect(await problemOfSaving(Promise.resolve())).toBe('');
  const full = Promise.reject(new Error('QuotaExceededError: storage is full'));
  expect(await problemOfSaving(full)).toBe(
    'The browser could not save this: Error: QuotaExceededError: storage is full',
  );
});
