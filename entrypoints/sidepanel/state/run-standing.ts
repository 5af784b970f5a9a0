import type { Approval } from '#lib/core/approval.ts';
import { isEnded, type RunRow } from '#lib/core/run.ts';
import { lapse, timeOf } from '../format.ts';
import { t } from '../strings.ts';
import { amount } from './amount.ts';
import { needsPerson } from './home.ts';
import { nodesOf, type RunNode } from './run-tree.ts';

/** A run that is under way and journals nothing for this long says so, ms. */
const SILENT_MS = 20_000;
/** A wait longer than this is told by the clock, not counted down, ms. */
const LONG_MS = 90_000;

export type Standing = { words: string; tone: 'need' | 'calm' };
type Told = { now: number; approvals: readonly Approval[]; agentName: (ref: string) => string };

/** What a run is doing or waits for, in one clause. */
export function standingOf(tree: RunNode, told: Told): Standing {
  const { run } = tree;
  if (isEnded(run.status)) return calm(run.reason || t.status[run.status]);
  if (run.stopping) return calm(t.run.isStopping);
  switch (run.status) {
    case 'paused':
      return { words: pauseWords(run, told.agentName(run.agent)), tone: needsPerson(run) ? 'need' : 'calm' };
    case 'waiting':
      return waitStanding(tree, told);
    case 'running':
      return calm(runningWords(run, told.now));
    default:
      return calm(run.class === 'interactive' ? t.status.queued : t.run.queuedFor[run.class]);
  }
}

const calm = (words: string): Standing => ({ words, tone: 'calm' });

/** How long a run that is under way has been silent, ms; 0 while it is not. */
export function silenceOf(run: Pick<RunRow, 'status' | 'updatedAt'>, now: number): number {
  const silent = now - run.updatedAt;
  return run.status === 'running' && silent >= SILENT_MS ? silent : 0;
}

function runningWords(run: RunRow, now: number): string {
  const silent = silenceOf(run, now);
  if (run.lease?.owner === 'engine-host') return silent > 0 ? t.run.modelSilent(lapse(silent)) : t.run.asksModel;
  return silent > 0 ? t.run.silent(lapse(silent)) : t.status.running;
}

function waitStanding(tree: RunNode, { now, approvals, agentName }: Told): Standing {
  const { run } = tree;
  switch (run.waitingOn) {
    case 'approval':
      return { words: t.run.waitsForAnswer(lapse(now - run.updatedAt)), tone: 'need' };
    case 'child':
      return childStanding(tree, approvals, agentName);
    case 'timer':
      return calm(againWords(run.until, now));
    case 'tab':
      return calm(clauseOf(run.reason) || t.run.waitsForTab);
    default:
      return { words: run.reason || t.run.waits.input, tone: 'need' };
  }
}

/** A sentence about a run as a clause behind its agent's name. */
const clauseOf = (reason: string) => reason.replace(/^It /, '').replace(/\.$/, '');

/** When it goes on, counted down where that is soon. */
export function againWords(until: number | undefined, now: number): string {
  const left = (until ?? now) - now;
  if (left <= 0) return t.run.againNow;
  return left < LONG_MS ? t.run.againIn(lapse(Math.ceil(left / 1000) * 1000)) : t.run.againAt(timeOf(now + left, now));
}

/** The one below that needs the person is named. */
function childStanding(tree: RunNode, approvals: readonly Approval[], agentName: (ref: string) => string): Standing {
  const below = nodesOf(tree).slice(1);
  const asked = new Set(approvals.map((one) => one.run));
  const asking = below.find(({ id, run }) => asked.has(id) || needsPerson(run));
  if (asking) return { words: t.run.childNeeds(agentName(asking.run.agent), asked.has(asking.id)), tone: 'need' };
  return calm(tree.children.length > 0 ? t.run.waitsForChildren(tree.children.length) : t.run.waits.child);
}

function pauseWords(run: RunRow, agent: string): string {
  if (run.pausedBy === 'budget' && run.cap)
    return t.budget.reached[run.cap.of](amount(run.cap.what, run.cap.cap), agent);
  return run.pausedBy === 'user' ? t.run.pausedByYou : run.reason;
}
