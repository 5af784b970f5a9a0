import type { Awaited } from '#lib/core/ports.ts';

/** What a run waits for, in words: which agents, and which of them can't go on by themselves. */
export function waitingFor(runs: readonly Awaited[]): string {
  const groups = [...Map.groupBy(runs, (one) => one.name)];
  const names = groups.map(([name, { length }]) => (length > 1 ? `${name} (${length} runs)` : name));
  const held = runs.flatMap(({ name, row: { status, waitingOn, reason } }) => {
    if (status === 'paused') return [`${name} is paused: ${reason}`];
    // What waits for the clock or for a tab goes on by itself, soon.
    return status === 'waiting' && waitingOn !== 'timer' && waitingOn !== 'tab' ? [`${name}: ${reason}`] : [];
  });
  return [`It waits for ${listed(names) || 'what it handed on'}.`, ...new Set(held)].join(' ');
}

function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}
