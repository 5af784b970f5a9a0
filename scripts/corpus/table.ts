import type { GroupResult } from './read-group.ts';

/** The figures of all runs as lines: one for each, their sum, and every quote that was not found. */
export function tableOf(results: readonly GroupResult[]): string[] {
  const rows = results.map(({ names, cited, claims, citations, astray, ms, state }) =>
    [names.length, cited, claims, citations, citations - astray.length, ms, state].map(String),
  );
  const sum = (of: (result: GroupResult) => number) => results.reduce((total, one) => total + of(one), 0);
  const failed = results.filter((one) => one.state !== 'succeeded');
  const total = [
    ...[sum((one) => one.names.length), sum((one) => one.cited), sum((one) => one.claims)],
    ...[sum((one) => one.citations), sum((one) => one.citations - one.astray.length)],
    median(results.map((one) => one.ms)),
  ].map(String);
  const last = [...total, `${results.length - failed.length} of ${results.length} runs succeeded`];
  return [
    ...columns([['pages', 'cited', 'claims', 'citations', 'hold', 'ms', ''], ...rows, last]),
    ...failed.map(({ names, state, reason }) => `\n${state}: ${names.join(', ')}\n  ${reason}`),
    ...results.flatMap(({ astray }) => astray.map(({ url, quote }) => `\nNot on ${url}:\n  ${quote}`)),
  ];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return Math.round((low + high) / 2);
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const isLast = (row: readonly string[], at: number) => at === row.length - 1;
  return rows.map((row) => row.map((cell, at) => (isLast(row, at) ? cell : cell.padStart(widths[at] ?? 0))).join('  '));
}
