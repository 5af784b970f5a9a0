import type { LedgerItem } from '#lib/core/event.ts';
import type { Input } from '#lib/core/input.ts';
import { AGENT, joinLabels, type Label, siteLabel, USER } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import { siteOf } from '#lib/core/site.ts';
import { estimateTokens } from '#lib/core/tokens.ts';
import { cutToTokens } from './tokens.ts';

export type HandedOver = { text: string; label: Label; ledger: LedgerItem[] };

/**
 * The task and what came with it, one line each, titles as JSON strings:
 * `- tab 12: "Title" <url>`, `- selection 0: "Title" <url>` with its text quoted below by `> `, `- link: "text" <url>`,
 * `- image: <url>`, `- artifact id v2: "Title"`. `room` is what all quoted text together may cost, in tokens.
 */
export function handedOver(
  { task, inputs, taskLabel }: Pick<RunState, 'task' | 'inputs' | 'taskLabel'>,
  room: number,
): HandedOver {
  const selections: readonly Input[] = inputs.filter((one) => one.kind === 'selection');
  const share = Math.floor(room / Math.max(1, selections.length));
  // Of a run that another handed work to, the task is its parent's words, and the parent chose what goes with it.
  const by = taskLabel ? AGENT : USER;
  const lines = inputs.map((one) => labelled(lineOf(one, selections.indexOf(one), share), by));
  const asked = itemOf('Task', taskLabel ? 'What it was handed' : 'What the person asked for', taskLabel ?? USER, task);
  const listed = lines.length > 0 ? ['', 'Handed over:', ...lines.map((one) => one.text)] : [];
  return {
    text: ['Task:', task, ...listed].join('\n'),
    label: joinLabels([asked.label, ...lines.map((one) => one.ledger.label)]),
    ledger: [asked, ...lines.map((one) => one.ledger)],
  };
}

type Line = { text: string; ledger: LedgerItem };

const labelled = ({ text, ledger }: Line, by: Label): Line => ({
  text,
  ledger: { ...ledger, label: joinLabels([by, ledger.label]) },
});

function lineOf(input: Input, index: number, share: number): Line {
  switch (input.kind) {
    case 'tab': {
      const text = `- tab ${input.tab}: ${JSON.stringify(input.title)} <${input.url}>`;
      return { text, ledger: itemOf(input.title || input.url, 'A tab, handed over', labelOfPage(input.url), text) };
    }
    case 'selection': {
      const head = `- selection ${index}: ${JSON.stringify(input.title)} <${input.url}>`;
      const shown = cutToTokens(input.text, share);
      const text = [head, ...shown.split('\n').map((line) => `  > ${line}`)].join('\n');
      const what = `Selection from ${input.title || input.url}`;
      const item = itemOf(what, 'A selection, handed over', labelOfPage(input.url), text);
      if (shown === input.text) return { text, ledger: item };
      return { text, ledger: { ...item, whole: estimateTokens(input.text), kept: 'shortened' } };
    }
    case 'link': {
      const text = `- link: ${JSON.stringify(input.text)} <${input.url}>`;
      return { text, ledger: itemOf(input.text || input.url, 'A link, handed over', labelOfPage(input.from), text) };
    }
    case 'image': {
      const text = `- image: <${input.url}>`;
      return { text, ledger: itemOf(input.url, 'An image, handed over', labelOfPage(input.from), text) };
    }
    case 'artifact': {
      const text = `- artifact ${input.artifact} v${input.version}: ${JSON.stringify(input.title)}`;
      // Only its title is shown here, and that is made of what the artifact is made of.
      return { text, ledger: itemOf(input.title, 'An artifact, handed over', input.label ?? AGENT, text) };
    }
    default:
      return input satisfies never;
  }
}

function labelOfPage(url: string): Label {
  return siteLabel(siteOf(url) ?? url);
}

function itemOf(what: string, why: string, label: Label, text: string): LedgerItem {
  const tokens = estimateTokens(text);
  return { what, why, label, tokens, whole: tokens, kept: 'whole' };
}
