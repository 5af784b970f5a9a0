import type { Provenance as Origin } from '#lib/core/artifact.ts';
import { moment } from '../format.ts';
import { useApp } from '../state/app.ts';
import { useAgentName, useEngineName } from '../state/names.ts';
import { artifactHash, runHash } from '../state/route.ts';
import { artifact as artifactWords } from '../strings/artifact.ts';
import { t } from '../strings.ts';
import { Section } from './section.tsx';

/** Who made this version, when, with what, from what. */
export function Provenance({ provenance, at }: { provenance: Origin; at: number }) {
  const { world } = useApp();
  const agentName = useAgentName();
  const engineName = useEngineName();
  const title = (id: string) => world.artifacts.value?.find((one) => one.id === id)?.title ?? t.run.someArtifact;
  const { agent, engine, run, calls, inputs, merge } = provenance;
  return (
    <Section title={artifactWords.provenance}>
      <dl class="facts">
        <dt>{artifactWords.by}</dt>
        <dd>
          {provenance.by === 'user' || !agent ? artifactWords.you : `${agentName(agent)} ${agent.split('@')[1] ?? ''}`}
        </dd>
        <dt>{artifactWords.time}</dt>
        <dd>{moment(at)}</dd>
        {engine && <dt>{artifactWords.engine}</dt>}
        {engine && <dd>{engineName(engine)}</dd>}
        {calls.length > 0 && <dt>{artifactWords.calls}</dt>}
        {calls.length > 0 && <dd>{artifactWords.callsOf(calls.length)}</dd>}
        {inputs.length > 0 && <dt>{artifactWords.inputs}</dt>}
        {inputs.map((one) => (
          <dd key={one.artifact}>
            <a href={artifactHash(one.artifact)}>{title(one.artifact)}</a> {t.home.version(one.version)}
          </dd>
        ))}
        {merge && <dt>{artifactWords.how}</dt>}
        {merge && <dd>{[artifactWords.merged[merge.how], ...(merge.reason ? [merge.reason] : [])].join(': ')}</dd>}
        {run && <dt>{artifactWords.run}</dt>}
        {run && (
          <dd>
            <a href={runHash(run)}>{artifactWords.openRun}</a>
          </dd>
        )}
      </dl>
    </Section>
  );
}
