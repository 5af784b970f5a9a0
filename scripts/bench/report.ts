import { type Figure, rounded } from './figures.ts';
import type { Peer } from './peers.ts';

/** What was measured, ms; what is absent was not asked for. */
export type Measured = {
  contest?: Record<string, Figure>;
  /** By number of events. */
  lengths?: Record<string, Figure>;
  /** By number of events. */
  firstStep?: Record<string, Figure>;
  stored?: { none: Figure; ended: Figure; queuedWake: number; queuedAll: number };
  stop?: Figure;
};

export type Report = {
  /** At or below 1 is as good as the peer, or as the goal. */
  ratios: Record<string, number>;
  figures: Measured;
  peers: readonly Peer[];
  goals: Record<string, string>;
};

const GOALS = {
  'step / langgraph': 'a step with relaxed commits costs no more than one of LangGraph with its in-memory saver',
  'length median': 'a step at 10,000 events costs at most 1.2 times one at 10, in the middle',
  'length p95': 'a step at 10,000 events costs at most 1.5 times one at 10, 19 times of 20',
  'stop p95': '300 ms from the click on Stop to the closed connection, 19 times of 20',
};
const LENGTH_MEDIAN = 1.2;
const LENGTH_P95 = 1.5;
const STOP_MS = 300;

export function reportOf(measured: Measured, peers: readonly Peer[]): Report {
  return { ratios: ratiosOf(measured), figures: tidy(measured), peers, goals: GOALS };
}

function ratiosOf({ contest = {}, lengths, stored, stop }: Measured): Record<string, number> {
  const { 'annex-relaxed': own, annex, 'annex-strict': strict, ...others } = contest;
  const ratios: [string, number | undefined][] = Object.entries(others).flatMap(([name, peer]) => [
    [`step / ${name}, median`, own && own.median / peer.median],
    [`step / ${name}, p95`, own && own.p95 / peer.p95],
    [`step as shipped / ${name}, median`, annex && annex.median / peer.median],
    [`step all strict / ${name}, median`, strict && strict.median / peer.median],
  ]);
  const [short, long] = [lengths?.[10], lengths?.[10_000]];
  if (short && long)
    ratios.push(
      [`length median, 10,000 / 10 events, of ${LENGTH_MEDIAN}`, long.median / short.median / LENGTH_MEDIAN],
      [`length p95, 10,000 / 10 events, of ${LENGTH_P95}`, long.p95 / short.p95 / LENGTH_P95],
    );
  if (stored)
    ratios.push([
      `idle wake, 1,000 stored runs / none, of ${LENGTH_MEDIAN}`,
      stored.ended.median / stored.none.median / LENGTH_MEDIAN,
    ]);
  if (stop) ratios.push([`stop p95, of ${STOP_MS} ms`, stop.p95 / STOP_MS]);
  return Object.fromEntries(ratios.flatMap(([name, ratio]) => (ratio === undefined ? [] : [[name, rounded(ratio)]])));
}

/** Every number to three figures. */
function tidy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? rounded(one) : one)));
}

/** The same for people, a line each. */
export function linesOf({ ratios, figures, peers }: Report): string[] {
  const row = (name: string, { median, p95 }: Figure) => `  ${name.padEnd(28)} ${text(median)}  p95 ${text(p95)}`;
  const rows = (of: Record<string, Figure>, name: (key: string) => string) =>
    Object.entries(of).map(([key, figure]) => row(name(key), figure));
  const { contest, lengths, firstStep, stored, stop } = figures;
  return [
    ...(contest ? ['Cost of a step, ms', ...rows(contest, (name) => name)] : []),
    ...peers.map(
      (one) => `  ${one.name} ${one.version} keeps ${one.keeps}${one.ready ? '' : `; left out: ${one.why}`}`,
    ),
    ...(contest
      ? [`  annex keeps every event on disk before the next step; killed at any moment, it goes on from there`]
      : []),
    ...(lengths ? ['Cost of a step by length of the journal, ms', ...rows(lengths, (key) => `${key} events`)] : []),
    ...(firstStep ? ['From a new worker to the first question, ms', ...rows(firstStep, (key) => `${key} events`)] : []),
    ...(stored
      ? [
          'Many runs, ms',
          ...[row('idle wake, nothing stored', stored.none), row('idle wake, 1,000 ended', stored.ended)],
          `  wake with 200 queued         ${text(stored.queuedWake)}`,
          `  until all 200 have ended     ${text(stored.queuedAll)}`,
        ]
      : []),
    ...(stop ? ['From the click on Stop to the closed connection, ms', row('real side panel', stop)] : []),
    'Ratios (at or below 1: as good as the peer, or as the goal)',
    ...Object.entries(ratios).map(([name, ratio]) => `  ${text(ratio)}  ${name}`),
  ];
}

const text = (value: number): string => value.toFixed(2).padStart(9);
