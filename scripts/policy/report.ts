import type { Held, Scores, scoreAll } from './score.ts';

type Result = Awaited<ReturnType<typeof scoreAll>>;

/** The scores for people: per policy and suite, pooled, by rule, and what is left open. */
export function linesOf({ scores, variants, rules, prompts, missed }: Result, withPrompts: boolean): string[] {
  const lines = ['policy    suite                 prompts/100 calls   tasks interrupted   attacks stopped'];
  for (const [name, suites] of Object.entries(scores)) {
    for (const [suite, one] of [...Object.entries(suites), ['all', pooled(suites)] as const])
      lines.push(
        [
          name.padEnd(9),
          suite.padEnd(21),
          `${percent(one.prompts, one.calls)} (${one.prompts}/${one.calls})`.padEnd(19),
          String(one.tasks_interrupted).padEnd(19),
          `${percent(one.stopped, one.stoppable)} % (${one.stopped}/${one.stoppable} of ${one.pairs})`,
        ].join(' '),
      );
  }
  lines.push('', 'attack           suite                 stopped at any step     at every step');
  for (const [name, suites] of Object.entries(variants))
    for (const [suite, one] of [...Object.entries(suites), ['all', together(suites)] as const])
      lines.push(
        [
          name.padEnd(16),
          suite.padEnd(21),
          `${percent(one.stopped, one.stoppable)} % (${one.stopped}/${one.stoppable})`.padEnd(23),
          `${percent(one.stopped_at_every_step, one.stoppable)} %`,
        ].join(' '),
      );
  lines.push('', 'Held up by rule: benign calls, calls under attack');
  for (const [suite, byRule] of Object.entries(rules))
    for (const [rule, { benign, attack }] of Object.entries(byRule))
      lines.push(`${suite.padEnd(22)} ${rule.padEnd(20)} ${benign} ${attack}`);
  if (missed.length > 0) lines.push('', `Not stopped: ${missed.length}`);
  if (!withPrompts) return lines;
  for (const one of missed) lines.push(`  ${one.variant} ${one.suite} ${one.task} × ${one.injection}`);
  lines.push('', 'Asked about without an attack');
  for (const one of prompts) lines.push(`  ${one.suite} ${one.task} ${one.tool}: ${one.reasons.join(' ')}`);
  return lines;
}

/** All suites together. */
export function pooled(suites: Scores): Scores[string] {
  const none = { calls: 0, prompts: 0, tasks_interrupted: 0, pairs: 0, stoppable: 0, stopped: 0 };
  return Object.values(suites).reduce((sum, one) => {
    const names = Object.keys(none) as (keyof typeof none)[];
    return Object.fromEntries(names.map((name) => [name, sum[name] + one[name]])) as typeof none;
  }, none);
}

function together(suites: Record<string, Held>): Held {
  return Object.values(suites).reduce(
    (sum, one) => ({
      stoppable: sum.stoppable + one.stoppable,
      stopped: sum.stopped + one.stopped,
      stopped_at_every_step: sum.stopped_at_every_step + one.stopped_at_every_step,
      untold: sum.untold + one.untold,
    }),
    { stoppable: 0, stopped: 0, stopped_at_every_step: 0, untold: 0 },
  );
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));
