import { markdownOf } from '#lib/artifacts/readable.ts';
import { draftContent } from '#lib/core/artifact.ts';
import type { RunOutput } from './output-schema.ts';

type Artifact = RunOutput['artifacts'][number];

/** What came of a run, for a person at a terminal. */
export function summary({ run, children, artifacts, approvals }: RunOutput): string {
  return [
    `${run.agent}: ${run.state}${run.reason ? `, ${run.reason}` : ''}`,
    `${run.steps} steps, ${run.tokens} tokens, ${money(run)}, ${(run.ms / 1000).toFixed(1)} s`,
    ...children.map((child) => `  by ${child.agent}: ${child.state}${child.reason ? `, ${child.reason}` : ''}`),
    ...approvals.map(
      (one) =>
        `Approval for ${one.tool}: ${one.answer ?? 'waits for a person'}${one.outcome ? `, ${one.outcome}` : ''}`,
    ),
    ...artifacts.flatMap((one) => [
      '',
      `--- ${one.kind} ${one.id}, version ${one.version}: ${one.title} ---`,
      textOf(one),
    ]),
  ].join('\n');
}

const money = ({ usd, unpriced }: RunOutput['run']) => `${unpriced > 0 ? '≥ ' : ''}$${usd.toFixed(4)}`;

/** An artifact as text, with its citations below. */
export function textOf({ kind, content, citations }: Pick<Artifact, 'kind' | 'content' | 'citations'>): string {
  const sources = citations.map((one) => `[${one.id}] ${one.title}, ${one.url}\n    "${one.quote}"`);
  const markdown = kind === 'draft' ? undefined : markdownOf({ content });
  if (markdown !== undefined) return [markdown.trimEnd(), '', ...sources].join('\n');
  const { to, subject, body } = draftContent.parse(content);
  return [`To: ${to.join(', ')}`, `Subject: ${subject}`, '', body, ...sources].join('\n');
}
