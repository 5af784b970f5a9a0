import type { Page } from 'playwright-core';
import type { Approval } from '#lib/core/approval.ts';
import type { RunRow } from '#lib/core/run.ts';
import { isEnded } from '#lib/core/run.ts';
import type { Tree } from '../../entrypoints/driver/driver.ts';
import { type AnswerRule, whyNot } from './answers.ts';
import { wordsOf } from './words.ts';

/** How long a run gets to end after it was stopped. */
const GRACE_MS = 15_000;

export type Followed = { tree: Tree; ranOut: boolean };

export type FollowOptions = {
  rule: AnswerRule;
  timeoutMs: number;
  say: (line: string) => void;
  /** Called with each approval before it is answered. */
  onApproval?: ((approval: Approval) => Promise<void>) | undefined;
};

/** Watches a run until nobody but a person can move it on: says each step, answers approvals by the rule, stops it when the time is over. */
export async function follow(driver: Page, run: string, options: FollowOptions): Promise<Followed> {
  const answerer = createAnswerer(driver, options);
  let deadline = Date.now() + options.timeoutMs;
  let ranOut = false;
  let said = 0;
  for (;;) {
    const tree = await driver.evaluate((run) => globalThis.annex.tree(run), run);
    for (const event of tree.events.slice(said)) for (const line of wordsOf(event, tree)) options.say(line);
    said = Math.max(said, tree.events.length);
    if (await answerer.answer(tree)) continue;
    if (isSettled(tree, answerer.isAnswered) || (ranOut && Date.now() >= deadline)) return { tree, ranOut };
    if (await hasChanged(driver, run, tree.at, deadline - Date.now())) continue;
    if (ranOut) return { tree, ranOut };
    options.say('Out of time; stopping the run');
    ranOut = true;
    deadline = Date.now() + GRACE_MS;
    await driver.evaluate((run) => globalThis.annex.stop(run), run);
  }
}

function createAnswerer(driver: Page, { rule, say, onApproval }: FollowOptions) {
  const answered = new Set<string>();
  const parked = new Set<string>();

  async function answerOne(approval: Approval): Promise<boolean> {
    await onApproval?.(approval);
    const answer = rule(approval);
    const reason = answer ? whyNot(approval, answer) : 'no rule answers it';
    if (!answer || reason) {
      parked.add(approval.id);
      say(`Left for a person: ${approval.headline} (${reason})`);
      return false;
    }
    const { id, run } = approval;
    answered.add(id);
    return driver.evaluate(([run, id, answer]) => globalThis.annex.answer(run, id, answer), [run, id, answer] as const);
  }

  return {
    isAnswered: (id: string) => answered.has(id),
    /** True when one was answered, so that the tree has to be read again. */
    answer: async ({ approvals }: Tree): Promise<boolean> => {
      const open = approvals.filter((one) => !one.answer && !answered.has(one.id) && !parked.has(one.id));
      const done: boolean[] = [];
      for (const approval of open) done.push(await answerOne(approval));
      return done.includes(true);
    },
  };
}

/** True once the run has ended, or only a person can move it on. */
export function isSettled({ rows, approvals }: Tree, isAnswered: (approval: string) => boolean): boolean {
  const [root] = rows;
  if (!root) return false;
  if (isEnded(root.status)) return true;
  const open = rows.filter((row) => !isEnded(row.status));
  const asks = approvals.some((one) => !one.answer && !isAnswered(one.id));
  return open.every((row) => needsPerson(row, asks) || isHeldUp(row)) && open.some((row) => needsPerson(row, asks));
}

function needsPerson({ status, waitingOn }: RunRow, asks: boolean): boolean {
  if (status === 'paused') return true;
  return status === 'waiting' && (waitingOn === 'input' || (waitingOn === 'approval' && asks));
}

/** A parent that waits for a child, moved on by whoever moves the child on. */
const isHeldUp = ({ status, waitingOn }: RunRow): boolean => status === 'waiting' && waitingOn === 'child';

/** False when the time was over first. */
async function hasChanged(driver: Page, run: string, at: number, ms: number): Promise<boolean> {
  return driver.evaluate(
    ([run, at, ms]) => {
      const late = new Promise<false>((done) => setTimeout(done, ms, false));
      return Promise.race([globalThis.annex.changed(run, at).then(() => true), late]);
    },
    [run, at, Math.max(ms, 0)] as const,
  );
}
