import { describe, expect, test } from 'vitest';
import { baseline, figure, summarize } from './bench/figure';
import { type Conditions, withTables } from './bench/save';
import { tableOf } from './bench/table';

describe('samples', () => {
  test('have a median and a 95th percentile that occurred', () => {
    const samples = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect(summarize(samples)).toEqual({ n: 20, median: 10, p95: 19 });
    expect(summarize([7])).toEqual({ n: 1, median: 7, p95: 7 });
  });

  test('are demanded', () => {
    expect(() => summarize([])).toThrow('Nothing was measured.');
  });
});

describe('the table', () => {
  const sections = [
    {
      title: 'Click → clipboard',
      note: 'A note.',
      figures: [
        figure('near', 'ms', [30, 10, 20], { baseline: baseline('bare POST', [5, 5]), reach: 20 }),
        figure('tasks', 'tasks', [0], { baseline: baseline('without', [0]) }),
      ],
    },
  ];

  test('tells median, 95 %, n, the ratio to what was measured beside it, and the aim', () => {
    expect(tableOf(sections).split('\n')).toEqual([
      '### Click → clipboard',
      '',
      'A note.',
      '',
      '|  | median | 95 % | n | baseline | aim |',
      '| --- | --: | --: | --: | --- | --: |',
      '| near | 20 ms | 30 ms | 3 | 4 × bare POST (5 ms) | 20 ms |',
      '| tasks | 0 tasks | 0 tasks | 1 | without (0 tasks) |  |',
    ]);
  });

  test('takes the place of the last one in the README, and of nothing else', () => {
    const conditions: Conditions = {
      date: '2026-11-27',
      guestpass: '0.1.0',
      machine: '2 × CPU',
      node: '22',
      browser: 'Chromium 1',
    };
    const before = 'A\n<!-- npm run bench -- --save -->\nold\n<!-- end of npm run bench -->\nB';
    const after = withTables(before, conditions, sections);
    expect(after).toMatch(/^A\n<!-- npm run bench -- --save -->\n\nMeasured on 2026-11-27/);
    expect(after).toMatch(/\| near .*\n[\s\S]*\n<!-- end of npm run bench -->\nB$/);
    expect(after).not.toContain('old');
    expect(() => withTables('A', conditions, sections)).toThrow('README.md lacks');
  });
});
