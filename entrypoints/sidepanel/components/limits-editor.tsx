import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Limits } from '#lib/core/budget.ts';
import { useApp } from '../state/app.ts';
import { type CapTexts, capTexts, WHATS, type What } from '../state/caps.ts';
import { isFrozen } from '../state/frozen.ts';
import { createLimitsForm } from '../state/limits-form.ts';
import { useAgentName } from '../state/names.ts';
import { useAct } from '../state/use-act.ts';
import { spend as words } from '../strings/spend.ts';
import { Button } from './button.tsx';
import { CapField } from './cap-field.tsx';
import { Pick } from './pick.tsx';

const DAY = ['usd', 'tokens'] as const;

/** The caps of each run, each agent and all background work; one agent can have a cap of its own. */
export function LimitsEditor({ limits }: { limits: Limits }) {
  const { act, toasts, world } = useApp();
  const does = useAct();
  const agentName = useAgentName();
  // What was saved elsewhere begins the form anew
  const form = useMemo(() => createLimitsForm(limits), [JSON.stringify(limits)]);
  const { run, agentDay, agents, backgroundDay, read, isChanged } = form;
  const others = (world.agents.value ?? []).filter((one) => !agents.value.has(one.id));
  const setAgent = (id: string, texts: CapTexts | undefined) => {
    const kept = [...agents.value].filter(([one]) => one !== id);
    agents.value = new Map(texts ? [...kept, [id, texts]] : kept);
  };
  const save = async () => {
    if (!read.value) return;
    await act.setLimits(read.value);
    toasts.show(words.saved);
  };
  return (
    <form
      class="limits"
      onSubmit={(event) => {
        event.preventDefault();
        does(save)();
      }}
    >
      <Caps legend={words.eachRun} whats={WHATS} texts={run} />
      <Caps legend={words.eachAgent} whats={DAY} texts={agentDay} />
      {[...agents.value].map(([id, texts]) => (
        <fieldset key={id} class="caps" data-pairs>
          <legend>
            {words.ofAgent(agentName(id))}
            <button
              type="button"
              class="link"
              aria-label={words.asOthersOf(agentName(id))}
              onClick={() => setAgent(id, undefined)}
            >
              {words.asOthers}
            </button>
          </legend>
          <Fields whats={DAY} texts={texts} onChange={(changed) => setAgent(id, changed)} />
        </fieldset>
      ))}
      {others.length > 0 && (
        <p class="add-agent">
          <Pick
            label={words.addAgent}
            value=""
            none=""
            options={[{ id: '', name: words.addAgent }, ...others]}
            onPick={(id) => {
              if (id !== '') setAgent(id, capTexts(limits.agentDay));
            }}
          />
        </p>
      )}
      <Caps legend={words.eachBackground} whats={DAY} texts={backgroundDay} />
      <div class="form-foot">
        <Button kind="main" type="submit" disabled={!read.value || !isChanged.value || isFrozen(world)}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

function Caps({ legend, whats, texts }: { legend: string; whats: readonly What[]; texts: Signal<CapTexts> }) {
  return (
    <fieldset class="caps" data-pairs>
      <legend>{legend}</legend>
      <Fields
        whats={whats}
        texts={texts.value}
        onChange={(changed) => {
          texts.value = changed;
        }}
      />
    </fieldset>
  );
}

type FieldsProps = { whats: readonly What[]; texts: CapTexts; onChange: (texts: CapTexts) => void };

function Fields({ whats, texts, onChange }: FieldsProps) {
  return (
    <>
      {whats.map((what) => (
        <CapField key={what} what={what} text={texts[what]} onInput={(text) => onChange({ ...texts, [what]: text })} />
      ))}
    </>
  );
}
