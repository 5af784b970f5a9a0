/** Caps, as far as rows and the head of a run name them. */
export const budget = {
  raise: 'Raise budget…',
  of: (part: string, whole: string) => `${part} of ${whole}`,
  step: 'step',
  steps: 'steps',
  tokens: (count: string) => `${count} tokens`,
  minutes: (count: number) => `${count} min`,
  reached: {
    run: (cap: string, _agent: string) => `reached its cap of ${cap}`,
    'agent-day': (cap: string, agent: string) => `${agent} reached its cap of ${cap} for today`,
    'background-day': (cap: string, _agent: string) => `background work reached its cap of ${cap} for today`,
  },
};
