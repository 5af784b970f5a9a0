import type { AgentPackage } from '#lib/core/agent.ts';
import { iconOf } from '../icons.ts';
import { useApp } from '../state/app.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';

/** Who is there, what each is for, and tasks to begin with. A starter fills the composer; it starts nothing. */
export function AgentList() {
  const agents = useApp().world.agents.value ?? [];
  if (agents.length === 0) return null;
  return (
    <Section title={t.home.agents}>
      <ul class="agents" aria-label={t.home.agents}>
        {agents.map((agent) => (
          <Agent key={agent.id} agent={agent} />
        ))}
      </ul>
    </Section>
  );
}

function Agent({ agent }: { agent: AgentPackage }) {
  const { composer } = useApp();
  return (
    <li class="agent">
      <span class="glyph" data-tone="calm">
        <Icon name={iconOf(agent.icon)} />
      </span>
      <div class="agent-text">
        <button type="button" class="agent-name" onClick={() => composer.prepare({ agent: agent.id })}>
          {agent.name}
        </button>
        <p>{agent.role}</p>
        <div class="starters">
          {agent.starters.map((starter) => (
            <button
              key={starter.title}
              type="button"
              class="starter"
              title={starter.task}
              onClick={() => composer.prepare({ agent: agent.id, task: starter.task })}
            >
              {starter.title}
            </button>
          ))}
        </div>
      </div>
    </li>
  );
}
