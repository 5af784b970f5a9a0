import type { AgentPackage } from '#lib/core/agent.ts';
import type { ChatMessage } from '#lib/core/chat.ts';
import type { EngineConfig } from '#lib/core/engine.ts';
import type { LedgerItem } from '#lib/core/event.ts';
import { AGENT, joinLabels } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import { estimateTokens } from '#lib/core/tokens.ts';
import type { ToolSpec } from '#lib/core/tool.ts';
import type { Turns } from '../loop/turns.ts';
import { answerTokens, contextBudget } from './budget.ts';
import { chatTools } from './chat-tools.ts';
import { fitHistory } from './fit-history.ts';
import { handedOver } from './handed-over.ts';
import { withheldFrom } from './privacy.ts';
import { earlierTurns, shownTurns } from './shown-turns.ts';
import { systemText } from './system.ts';
import type { Assembled } from './think.ts';
import { messageTokens } from './tokens.ts';

/**
 * Assembles a turn of the free loop: role and rules, the task with what was handed over, the history within the budget.
 * Its label is that of everything shown in the run so far: what has been shortened since was seen before.
 */
export function assembleChat(options: {
  agent: AgentPackage;
  state: RunState;
  turns: Turns;
  tools: ReadonlyMap<string, ToolSpec>;
  engine: EngineConfig;
  onDeviceOnly: ReadonlySet<string>;
  /** In tokens; without it, what the engine's context leaves beside its answer. */
  budget?: number;
}): Assembled {
  const { agent, state, turns, engine, onDeviceOnly } = options;
  if (engine.kind === 'basic') {
    return {
      kind: 'blocked',
      reason: `${engine.name} follows playbooks and can't decide freely. Choose a model to go on.`,
    };
  }
  const budget = options.budget ?? contextBudget(engine);
  const tools = chatTools(agent, options.tools);
  const system = systemText(agent);
  const told: ChatMessage = { role: 'system', content: system };
  const toolTokens = estimateTokens(JSON.stringify(tools));
  const fixed = estimateTokens(system) + toolTokens;
  const handed = handedOver(state, Math.max(0, Math.floor((budget - fixed) / 2)));
  const label = joinLabels([AGENT, handed.label, ...(state.reads ? [state.reads] : [])]);
  const reason = withheldFrom(engine, label, onDeviceOnly);
  if (reason !== undefined) return { kind: 'blocked', reason };
  const task: ChatMessage = { role: 'user', content: handed.text };
  const room = budget - toolTokens - messageTokens(told) - messageTokens(task);
  const shown = shownTurns(turns, state, room);
  const earlier = earlierTurns(turns, shown, { state, tools: options.tools });
  const history = fitHistory(shown, room - (earlier?.item.tokens ?? 0));
  const messages: ChatMessage[] = [
    told,
    // In the message of the task: some servers take no two messages of one role in a row.
    earlier ? { ...task, content: `${handed.text}\n\n${earlier.text}` } : task,
    ...history.messages,
  ];
  return {
    kind: 'ready',
    ask: { kind: 'chat', chat: { messages, tools, maxTokens: answerTokens(engine) } },
    ledger: [
      ownItem('Role and rules', 'Who the agent is and how it works', estimateTokens(system)),
      ownItem('Tools', `${tools.length} tools it may call`, toolTokens),
      ...handed.ledger,
      ...(earlier ? [earlier.item] : []),
      ...history.ledger,
    ],
    label,
  };
}

function ownItem(what: string, why: string, tokens: number): LedgerItem {
  return { what, why, label: AGENT, tokens, whole: tokens, kept: 'whole' };
}
