import type { AgentPackage } from '#lib/core/agent.ts';
import type { Call } from '#lib/core/call.ts';
import type { ChatCall } from '#lib/core/chat.ts';
import type { Label } from '#lib/core/label.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import { checkArgs } from '../check-args.ts';
import { parametersOf } from '../context/chat-tools.ts';

export type Mistake = 'unknown-tool' | 'unreadable-arguments' | 'wrong-arguments' | 'empty' | 'unreadable';
export type ReadCall =
  | { kind: 'formed'; call: Call; spec: ToolSpec }
  /** The sentence names the mistake and the shape that is expected. */
  | { kind: 'mistaken'; mistake: Mistake; sentence: string };

const LONGEST_SHAPE = 2000;

/** Reads a tool call as a model wrote it. `label` is that of everything the model had been shown. */
export function readCall(
  written: ChatCall,
  options: { id: string; label: Label; agent: AgentPackage; tools: ReadonlyMap<string, ToolSpec> },
): ReadCall {
  const { id, label, agent, tools } = options;
  const spec = agent.tools.includes(written.tool) ? tools.get(written.tool) : undefined;
  if (!spec) {
    const known = agent.tools.filter((name) => tools.has(name)).join(', ') || 'none';
    const sentence = `There is no tool "${written.tool.slice(0, 80)}" here. Your tools: ${known}. Use one of them.`;
    return { kind: 'mistaken', mistake: 'unknown-tool', sentence };
  }
  const args = parseJson(written.arguments.trim() || '{}');
  if (args === undefined) {
    const start = written.arguments.slice(0, 80);
    const sentence = `The arguments of ${spec.name} are not valid JSON (they begin with ${JSON.stringify(start)}). ${shapeOf(spec)}`;
    return { kind: 'mistaken', mistake: 'unreadable-arguments', sentence };
  }
  const checked = checkArgs(spec, args);
  if (checked.kind === 'wrong') {
    return { kind: 'mistaken', mistake: 'wrong-arguments', sentence: `${checked.message} ${shapeOf(spec)}` };
  }
  return { kind: 'formed', call: { id, tool: spec.name, args: checked.args, labels: { '*': label } }, spec };
}

/** Parses JSON text; `undefined` where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shapeOf(spec: ToolSpec): string {
  return `Expected one JSON object of this schema: ${JSON.stringify(parametersOf(spec)).slice(0, LONGEST_SHAPE)}`;
}
