import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Limits } from '#lib/core/budget.ts';
import { type CapTexts, capTexts, readCaps } from './caps.ts';

/** The caps of all work while they are being written; agents by id where one has a cap of its own. */
export type LimitsForm = {
  run: Signal<CapTexts>;
  agentDay: Signal<CapTexts>;
  agents: Signal<ReadonlyMap<string, CapTexts>>;
  backgroundDay: Signal<CapTexts>;
  /** What is written; undefined where a box holds no number. */
  read: ReadonlySignal<Limits | undefined>;
  /** Something is written that is not what stands. */
  isChanged: ReadonlySignal<boolean>;
};

export function createLimitsForm(before: Limits): LimitsForm {
  const run = signal(capTexts(before.run));
  const agentDay = signal(capTexts(before.agentDay));
  const agents = signal<ReadonlyMap<string, CapTexts>>(
    new Map(Object.entries(before.agents).map(([id, caps]) => [id, capTexts(caps)])),
  );
  const backgroundDay = signal(capTexts(before.backgroundDay));
  const read = computed(() => {
    const own = [...agents.value].map(([id, texts]) => [id, readCaps(texts)] as const);
    const whole = {
      run: readCaps(run.value),
      agentDay: readCaps(agentDay.value),
      backgroundDay: readCaps(backgroundDay.value),
    };
    if (!whole.run || !whole.agentDay || !whole.backgroundDay) return undefined;
    const read: Limits['agents'] = {};
    for (const [id, caps] of own) {
      if (!caps) return undefined;
      read[id] = caps;
    }
    return { run: whole.run, agentDay: whole.agentDay, agents: read, backgroundDay: whole.backgroundDay };
  });
  const isChanged = computed(() => read.value === undefined || JSON.stringify(read.value) !== JSON.stringify(before));
  return { run, agentDay, agents, backgroundDay, read, isChanged };
}
