import { Agent, Runner, setTracingDisabled, tool, Usage } from '@openai/agents';

// A model of one's own and one function tool; tracing is off, because it is for sending traces away.
export function createContestant() {
  setTracingDisabled(true);
  let marks = [];
  let limit = 0;
  const model = {
    getResponse: async () => {
      marks.push(performance.now());
      const turn = marks.length;
      const output =
        marks.length > limit
          ? [
              {
                type: 'message',
                id: `m${turn}`,
                role: 'assistant',
                status: 'completed',
                content: [{ type: 'output_text', text: 'Done.' }],
              },
            ]
          : [
              {
                type: 'function_call',
                id: `f${turn}`,
                callId: `call-${turn}`,
                name: 'noop',
                status: 'completed',
                arguments: `{"n":${turn}}`,
              },
            ];
      return { usage: new Usage(), output };
    },
    getStreamedResponse: () => {
      throw new Error('Nothing is streamed here.');
    },
  };
  const noop = tool({
    name: 'noop',
    description: 'Does nothing.',
    strict: false,
    parameters: { type: 'object', properties: { n: { type: 'number' } }, required: ['n'], additionalProperties: true },
    execute: () => {
      marks.push(performance.now());
      return '{}';
    },
  });
  const agent = new Agent({ name: 'Bench', instructions: 'Work.', model, tools: [noop] });
  const runner = new Runner({ tracingDisabled: true });
  return async (steps) => {
    marks = [];
    limit = steps;
    await runner.run(agent, 'Work.', { maxTurns: steps + 10 });
    return marks;
  };
}
