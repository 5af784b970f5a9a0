import { useRef } from 'preact/hooks';
import type { RunState } from '#lib/core/run.ts';
import { lapse } from '../format.ts';
import { useApp } from '../state/app.ts';
import { silenceOf } from '../state/run-standing.ts';
import { streamWords } from '../state/stream-words.ts';
import { useLive } from '../state/use-live.ts';
import { runView } from '../strings/run-view.ts';

/**
 * What the engine writes at this moment; it only ever grows, at its end. Screen readers hear of the step, not of each word.
 * Where neither the journal nor the engine tells of anything for a while, that is said.
 */
export function StreamText({ state }: { state: RunState }) {
  const { see, clock } = useApp();
  const loaded = useLive(() => see.stream(state.id), state.id);
  const text = loaded.kind === 'known' ? loaded.value : '';
  const grew = useRef({ text: '', at: 0 });
  if (grew.current.text !== text) grew.current = { text, at: clock.now.peek() };
  const words = streamWords(text);
  return (
    <>
      {words.trim() !== '' && (
        <section class="stream" aria-label={runView.writing}>
          {words}
        </section>
      )}
      <Silence state={state} wroteAt={grew.current.at} />
    </>
  );
}

function Silence({ state, wroteAt }: { state: RunState; wroteAt: number }) {
  const { clock } = useApp();
  const last = Math.max(state.updatedAt, wroteAt);
  const silent = silenceOf({ status: state.status, updatedAt: last }, clock.now.value);
  if (silent === 0) return null;
  const say = state.asking === undefined ? runView.silent : runView.modelSilent;
  return <p class="silence figures">{say(lapse(silent))}</p>;
}
