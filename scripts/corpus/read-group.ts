import { reportContent } from '#lib/core/artifact.ts';
import type { RunOrder } from '../annex/args.ts';
import { driveRun } from '../annex/drive-run.ts';
import type { Launched } from '../browser/launch.ts';
import { countClaims, standsIn } from './quotes.ts';

/** What came of one run over some pages. */
export type GroupResult = {
  names: readonly string[];
  state: string;
  reason: string;
  ms: number;
  claims: number;
  citations: number;
  /** Pages that some citation names. */
  cited: number;
  /** Citations whose quote the browser does not show on their page. */
  astray: { url: string; quote: string }[];
  markdown: string;
};

/** Runs an agent over open pages and looks for each quote in the text of the very tab that was read; the tabs close again. */
export async function readGroup(launched: Launched, names: readonly string[], order: RunOrder): Promise<GroupResult> {
  const { context } = launched;
  const before = new Set(context.pages());
  try {
    const { output } = await driveRun(order, { say: () => {}, launched });
    const texts = new Map<string, string>();
    for (const page of context.pages())
      if (!before.has(page)) texts.set(page.url(), await page.evaluate(() => document.body.innerText));
    const [report] = output.artifacts;
    const markdown = reportContent.safeParse(report?.content).data?.markdown ?? '';
    const citations = report?.citations ?? [];
    return {
      ...{ names, state: output.run.state, reason: output.run.reason, ms: output.run.ms, markdown },
      claims: countClaims(markdown),
      citations: citations.length,
      cited: new Set(citations.map(({ url }) => url)).size,
      astray: citations.filter(({ url, quote }) => !standsIn(quote, texts.get(url) ?? '')),
    };
  } finally {
    for (const page of context.pages()) if (!before.has(page)) await page.close();
  }
}
