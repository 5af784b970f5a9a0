import type { Schedule } from '#lib/core/schedule.ts';
import { capsInWords } from '../state/amount.ts';
import { inputKey } from '../state/inputs.ts';
import { useAgentName, useEngineName } from '../state/names.ts';
import { form, words } from '../strings/schedules.ts';
import { Chip } from './chip.tsx';
import { Section } from './section.tsx';

/** What a schedule starts, and by which rules. */
export function ScheduleFacts({ schedule }: { schedule: Schedule }) {
  const { task, inputs, overlap, catchUp, pauseAfterFailures, failures, budget } = schedule;
  const agent = useAgentName()(schedule.agent);
  const engine = useEngineName()(schedule.engine);
  return (
    <Section title={words.what}>
      <p class="schedule-task">{task}</p>
      {schedule.taskLabel && <p class="quiet">{words.taskByAgent}</p>}
      {inputs.length > 0 && (
        <ul class="chips" aria-label={words.with}>
          {inputs.map((input) => (
            <Chip key={inputKey(input)} input={input} />
          ))}
        </ul>
      )}
      <dl class="facts">
        <dt>{words.agent}</dt>
        <dd>{agent}</dd>
        <dt>{words.engine}</dt>
        <dd>{engine}</dd>
        <dt>{words.overlapShort}</dt>
        <dd>{form.overlaps[overlap][0]}</dd>
        <dt>{words.missedShort}</dt>
        <dd>{form.catchUps[catchUp][0]}</dd>
        <dt>{words.failuresShort}</dt>
        <dd>{words.failuresWords(pauseAfterFailures, failures)}</dd>
        <dt>{words.budget}</dt>
        <dd>{(budget && capsInWords(budget)) || words.usualBudget}</dd>
      </dl>
    </Section>
  );
}
