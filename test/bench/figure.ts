/** Samples of one thing that was measured. */
export type Summary = { n: number; median: number; p95: number };

/** One line of the table: what was measured, beside what it is a ratio to, if to anything. */
export type Figure = Summary & {
  name: string;
  unit: 'ms' | 's' | 'kB' | 'MB' | 'clicks' | 'requests' | 'tasks' | 'µs' | '‰';
  /** Measured in the same run, a sample of it beside each of ours. */
  baseline?: { name: string; median: number };
  /** What the median may be at most, in the same unit: told in the table, never a failure. */
  reach?: number;
};

/** A group of figures with what they have in common. */
export type Section = { title: string; note?: string; figures: Figure[] };

/** Median and 95th percentile, each a sample that really occurred. Throws for no samples. */
export function summarize(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  const [median, p95] = [at(0.5), at(0.95)];
  if (median === undefined || p95 === undefined) throw new Error('Nothing was measured.');
  return { n: sorted.length, median, p95 };
}

/** A figure from its samples. */
export function figure(
  name: string,
  unit: Figure['unit'],
  samples: readonly number[],
  more: Pick<Figure, 'baseline' | 'reach'> = {},
): Figure {
  return { name, unit, ...summarize(samples), ...more };
}

/** What a figure is held against, from its own samples. */
export function baseline(name: string, samples: readonly number[]): NonNullable<Figure['baseline']> {
  return { name, median: summarize(samples).median };
}

/** Makes figures of what `ours` have in their fields, each beside the same field of `theirs`. */
export function beside<Sample extends Record<string, number>>(
  what: string,
  { ours, theirs }: { ours: readonly Sample[]; theirs: readonly Sample[] },
) {
  return (name: string, unit: Figure['unit'], field: keyof Sample): Figure => {
    const of = (samples: readonly Sample[]) => samples.map((sample) => sample[field] as number);
    return figure(name, unit, of(ours), { baseline: baseline(what, of(theirs)) });
  };
}
