import { expect, test } from 'vitest';
import { linesOf, reportOf } from './report.ts';

const figure = (median: number, p95 = median) => ({ median, p95, count: 1 });
const keeps = 'nothing';

test('tells peers and goals as ratios that are met at or below 1', () => {
  const { ratios } = reportOf(
    {
      contest: { 'annex-relaxed': figure(2, 8), annex: figure(3), 'annex-strict': figure(6), langgraph: figure(4, 4) },
      lengths: { 10: figure(5, 10), 10000: figure(6, 30) },
      stop: figure(100, 150),
    },
    [],
  );
  expect(ratios).toEqual({
    'step / langgraph, median': 0.5,
    'step / langgraph, p95': 2,
    'step as shipped / langgraph, median': 0.75,
    'step all strict / langgraph, median': 1.5,
    'length median, 10,000 / 10 events, of 1.2': 1,
    'length p95, 10,000 / 10 events, of 1.5': 2,
    'stop p95, of 300 ms': 0.5,
  });
});

test('says in a line why a peer is not there, and goes on', () => {
  const peers = [{ name: 'langgraph', version: '1.0.0', keeps, ready: false as const, why: 'no network' }];
  const report = reportOf({ contest: { annex: figure(1.23456) } }, peers);
  expect(report.ratios).toEqual({});
  expect(linesOf(report).join('\n')).toContain('langgraph 1.0.0 keeps nothing; left out: no network');
  expect(report.figures.contest?.annex?.median).toBe(1.23);
});
