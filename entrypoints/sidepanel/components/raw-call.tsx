import type { TimelineItem } from '../state/timeline.ts';
import { runView } from '../strings/run-view.ts';

/** The call as it is: arguments, verdict, outcome. For who wants to know. */
export function RawCall({ item }: { item: Exclude<TimelineItem, { kind: 'note' }> }) {
  if (item.kind === 'ask') {
    const { ledger: _, label, ...facts } = item.one;
    return <Raw label={runView.rawAsk} value={{ ...facts, label }} />;
  }
  const { call, decided, outcome } = item.one;
  return (
    <>
      {decided && <p class="rule">{runView.rule(decided.rule)}</p>}
      <Raw
        label={runView.raw}
        value={{ tool: call.tool, args: call.args, labels: call.labels, verdict: decided?.verdict, outcome }}
      />
    </>
  );
}

const MOST = 20_000;

function Raw({ label, value }: { label: string; value: object }) {
  const text = JSON.stringify(value, null, 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre class="raw" tabIndex={0} title={label}>
      {text.length > MOST ? `${text.slice(0, MOST)}…` : text}
    </pre>
  );
}
