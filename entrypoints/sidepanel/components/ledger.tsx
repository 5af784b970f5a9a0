import { sitesOf } from '#lib/core/label.ts';
import { type AskState, isEnded, type RunState } from '#lib/core/run.ts';
import { siteName } from '#lib/core/site.ts';
import { short } from '../format.ts';
import { useEngineName } from '../state/names.ts';
import { runView } from '../strings/run-view.ts';
import { Section } from './section.tsx';

/** What the agent saw: for each question to an engine, every item that went in, why, and what was left out. */
export function Ledger({ state }: { state: RunState }) {
  const asks = [...state.asks.values()];
  return (
    <Section title={runView.saw}>
      {asks.length === 0 && <p class="quiet">{isEnded(state.status) ? runView.sawNone : runView.sawNoneYet}</p>}
      {asks.map((ask) => (
        <LedgerOf key={ask.request} ask={ask} />
      ))}
    </Section>
  );
}

function LedgerOf({ ask }: { ask: AskState }) {
  const engine = useEngineName()(ask.engine);
  const sites = sitesOf(ask.label).map(siteName);
  const total = ask.ledger.reduce((sum, one) => sum + one.tokens, 0);
  return (
    <details class="ledger">
      <summary>
        <span class="ledger-what">{runView.sawAsk(ask.what, engine)}</span>
        <span class="figures">{runView.tokens(short(total))}</span>
      </summary>
      {sites.length > 0 && <p class="quiet">{runView.sitesSeen(sites.join(', '))}</p>}
      <ul class="ledger-items">
        {ask.ledger.map((item, index) => (
          <li key={`${index} ${item.what}`} data-kept={item.kept}>
            <span class="ledger-what">{item.what}</span>
            <span class="figures">{runView.tokensOf(short(item.tokens), short(item.whole))}</span>
            <span class="ledger-why">
              {item.why}
              {item.kept !== 'whole' && ` · ${runView.kept[item.kept]}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
