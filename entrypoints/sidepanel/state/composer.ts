import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { EngineConfig } from '#lib/core/engine.ts';
import type { Input } from '#lib/core/input.ts';
import type { Act } from '#lib/core/person.ts';
import { inputKey, sitesNeeded, tabInput } from './inputs.ts';
import { type Router, runHash } from './route.ts';
import type { World } from './world.ts';

/** Why a start did not come about: Chrome's answer was no, or the row could not be written. */
export type StartProblem = { kind: 'refused'; sites: string[] } | { kind: 'failed'; message: string };

export type Composer = {
  text: ReadonlySignal<string>;
  /** The chips: what was attached, and the active tab while it is offered. */
  inputs: ReadonlySignal<Input[]>;
  agent: ReadonlySignal<string | undefined>;
  engine: ReadonlySignal<EngineConfig | undefined>;
  problem: ReadonlySignal<StartProblem | undefined>;
  busy: ReadonlySignal<boolean>;
  /** There is a task, and agents and engines are known: a start would start. */
  ready: ReadonlySignal<boolean>;
  /** True when something the person did elsewhere leads here (a starter, a right click, "Send as mail"), until the box has the focus. */
  summoned: ReadonlySignal<boolean>;
  arrive: () => void;
  write: (text: string) => void;
  attach: (input: Input) => void;
  remove: (input: Input) => void;
  chooseAgent: (id: string) => void;
  chooseEngine: (id: string) => void;
  prepare: (order: { agent?: string; task?: string; inputs?: Input[] }) => void;
  /** Lets go of the task: it has become something else than a run. */
  empty: () => void;
  /** Must be called synchronously in a click or key press: Chrome's prompt for sites needs the gesture. */
  start: () => Promise<void>;
  dispose: () => void;
};

type Needs = {
  world: Pick<World, 'agents' | 'engines' | 'tabs' | 'chromeAccess' | 'handoffs'>;
  act: Pick<Act, 'start' | 'requestAccess' | 'takeHandoff'>;
  router: Pick<Router, 'go'>;
  /** Whether right clicks end up here: the panel takes them, the wide tab does not. */
  takesHandoffs: boolean;
};

export function createComposer({ world, act, router, takesHandoffs }: Needs): Composer {
  const text = signal('');
  const attached = signal<Input[]>([]);
  const dismissed = signal<number | undefined>(undefined);
  const pickedAgent = signal<string | undefined>(undefined);
  const pickedEngine = signal<string | undefined>(undefined);
  const problem = signal<StartProblem | undefined>(undefined);
  const busy = signal(false);
  const summoned = signal(false);

  // The active tab is offered until the person begins to write or attaches something; then the chips stay as they are.
  const offered = computed(() => {
    const active = world.tabs.value?.find((one) => one.active);
    if (!active || text.value !== '' || attached.value.length > 0 || dismissed.value === active.tab) return undefined;
    return tabInput(active);
  });
  const inputs = computed(() => (offered.value ? [offered.value] : attached.value));
  const agent = computed(() => pickedAgent.value ?? world.agents.value?.[0]?.id);
  const engine = computed(() => {
    const known = world.engines.value;
    const id = pickedEngine.value ?? known?.current;
    return known?.engines.find((one) => one.id === id) ?? known?.engines[0];
  });

  const ready = computed(() => !busy.value && text.value.trim() !== '' && Boolean(agent.value && engine.value));

  const keepOffered = () => {
    if (offered.value) attached.value = [offered.value];
  };
  const attach = (input: Input) => {
    keepOffered();
    const key = inputKey(input);
    if (!attached.value.some((one) => inputKey(one) === key)) attached.value = [...attached.value, input];
    problem.value = undefined;
  };
  const prepare: Composer['prepare'] = (order) =>
    batch(() => {
      if (order.inputs) attached.value = order.inputs;
      else keepOffered();
      if (order.agent) pickedAgent.value = order.agent;
      if (order.task !== undefined) text.value = order.task;
      problem.value = undefined;
      summoned.value = true;
    });

  const empty = () =>
    batch(() => {
      text.value = '';
      attached.value = [];
      // The next task is another one: whoever was picked for this one is not its default.
      pickedAgent.value = undefined;
    });

  const order = async (granted: Promise<boolean>, sites: string[]) => {
    if (!(await granted)) {
      problem.value = { kind: 'refused', sites };
      return;
    }
    if (!agent.value || !engine.value) return;
    const task = text.value.trim();
    const id = await act.start({ agent: agent.value, task, inputs: inputs.value, engine: engine.value.id });
    empty();
    router.go(runHash(id));
  };

  const start = async () => {
    if (!ready.value || !engine.value) return;
    const sites = sitesNeeded(inputs.value, engine.value, world.chromeAccess.value ?? []);
    const granted = sites.length > 0 ? act.requestAccess(sites) : Promise.resolve(true);
    problem.value = undefined;
    busy.value = true;
    await order(granted, sites).catch((error: unknown) => {
      problem.value = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    });
    busy.value = false;
  };

  const dispose = effect(() => {
    const handoff = takesHandoffs ? world.handoffs.value?.at(-1) : undefined;
    if (!handoff) return;
    void act.takeHandoff(handoff.id);
    // What comes while a task is being written is added to it; nothing that was put there is lost.
    if (text.peek() !== '' && handoff.task === '') for (const input of handoff.inputs) attach(input);
    else prepare({ agent: handoff.agent, inputs: handoff.inputs, ...(handoff.task && { task: handoff.task }) });
    router.go('#/');
  });

  return {
    ...{ text, inputs, agent, engine, problem, busy, ready, summoned, attach, empty, prepare, start, dispose },
    arrive: () => {
      summoned.value = false;
    },
    write: (value) => {
      if (text.value === '' && value !== '') keepOffered();
      text.value = value;
    },
    remove: (input) => {
      if (input.kind === 'tab') dismissed.value = input.tab;
      const key = inputKey(input);
      attached.value = attached.value.filter((one) => inputKey(one) !== key);
      problem.value = undefined;
    },
    chooseAgent: (id) => {
      pickedAgent.value = id;
    },
    chooseEngine: (id) => {
      pickedEngine.value = id;
    },
  };
}
