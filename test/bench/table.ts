import type { Figure, Section } from './figure';

/** The sections as Markdown, a table each. */
export function tableOf(sections: readonly Section[]): string {
  return sections.map(sectionOf).join('\n\n');
}

function sectionOf({ title, note, figures }: Section): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${amount(figure.median)} ${figure.unit}`,
    `${amount(figure.p95)} ${figure.unit}`,
    String(figure.n),
    ratioOf(figure),
    figure.reach === undefined ? '' : `${amount(figure.reach)} ${figure.unit}`,
  ]);
  const lines = [
    ['', 'median', '95 %', 'n', 'baseline', 'aim'],
    ['---', '--:', '--:', '--:', '---', '--:'],
    ...rows,
  ];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `### ${title}\n\n${note ? `${note}\n\n` : ''}${table}`;
}

function ratioOf({ median, unit, baseline }: Figure): string {
  if (!baseline) return '';
  const ratio = baseline.median > 0 ? `${amount(median / baseline.median)} × ` : '';
  return `${ratio}${baseline.name} (${amount(baseline.median)} ${unit})`;
}

/** Three digits that count: `0.123`, `12.3`, `1230`. */
function amount(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return String(Number(value.toFixed(Math.min(digits, 3))));
}
