import type { AgentPackage } from '#lib/core/agent.ts';
import type { Step } from '#lib/core/playbook.ts';
import { testTools } from './tools.test-support.ts';

/** An agent with every test tool and one playbook, `test`, of these steps. */
export function agentWith(steps: Step[]): AgentPackage {
  return {
    ...{ schema: 1, id: 'tester', version: '1.0.0', name: 'Tester', icon: 'bot', role: 'Tests.' },
    ...{
      instructions: 'Work.',
      tools: [...testTools.keys()],
      permissions: [],
      starters: [],
      delegates: [],
      outputs: [],
    },
    playbooks: steps.length > 0 ? [{ id: 'test', title: 'Test', steps }] : [],
  };
}
