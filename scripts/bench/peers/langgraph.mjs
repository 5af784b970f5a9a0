import { AIMessage, ToolMessage } from '@langchain/core/messages';
import { END, MemorySaver, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph/web';

// The tightest form of the usual agent: two nodes, messages as state, a checkpoint in memory after each of them. The tool node is
// a plain function, because the ready-made one does more than is asked of the others.
export function createContestant() {
  let marks = [];
  const model = ({ messages }) => {
    marks.push(performance.now());
    const turn = Math.floor(messages.length / 2);
    if (marks.length > limit) return { messages: [new AIMessage('Done.')] };
    const calls = [{ id: `call-${turn}`, name: 'noop', args: { n: turn }, type: 'tool_call' }];
    return { messages: [new AIMessage({ content: '', tool_calls: calls })] };
  };
  const tools = ({ messages }) => {
    marks.push(performance.now());
    const { tool_calls: calls } = messages.at(-1);
    return { messages: calls.map((one) => new ToolMessage({ content: '{}', tool_call_id: one.id, name: one.name })) };
  };
  const next = ({ messages }) => (messages.at(-1).tool_calls?.length > 0 ? 'tools' : END);
  const graph = new StateGraph(MessagesAnnotation)
    .addNode('model', model)
    .addNode('tools', tools)
    .addEdge(START, 'model')
    .addConditionalEdges('model', next, ['tools', END])
    .addEdge('tools', 'model')
    .compile({ checkpointer: new MemorySaver() });
  let limit = 0;
  let threads = 0;
  return async (steps) => {
    marks = [];
    limit = steps;
    const config = { configurable: { thread_id: `thread-${threads++}` }, recursionLimit: steps + 10 };
    await graph.invoke({ messages: [{ role: 'user', content: 'Work.' }] }, config);
    return marks;
  };
}
