import '../styles/forms.css';
import '../styles/places.css';
import '../styles/spend.css';
import { useSignal } from '@preact/signals';
import type { SpendRow } from '#lib/core/budget.ts';
import { dayOf } from '#lib/core/day.ts';
import { isOnDevice } from '#lib/core/engine.ts';
import { LimitsEditor } from '../components/limits-editor.tsx';
import { PriceList } from '../components/price-list.tsx';
import { Section } from '../components/section.tsx';
import { Segments } from '../components/segments.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { DayBars, SpendFigure } from '../components/spend-figures.tsx';
import { SpendParts } from '../components/spend-parts.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { short } from '../format.ts';
import { useApp } from '../state/app.ts';
import { useAgentName } from '../state/names.ts';
import { partsBy, sumOf } from '../state/spend-sums.ts';
import { useLive } from '../state/use-live.ts';
import { spend as words } from '../strings/spend.ts';

/** What was spent, on whom and on what; the caps of it, and the prices that it is counted by. */
export function Spend() {
  const { see, world } = useApp();
  const rows = useLive(() => see.spend, '');
  const limits = useLive(() => see.limits, '');
  const prices = useLive(() => see.prices, '');
  const engines = world.engines.value?.engines ?? [];
  const used = [
    ...engines.flatMap((one) => (one.kind === 'openai' && !isOnDevice(one) ? [one.model] : [])),
    ...(rows.kind === 'known' ? rows.value.filter((row) => row.usd === undefined).map((row) => row.model) : []),
  ];
  return (
    <div class="view">
      <ViewHead title={words.title} back="#/settings">
        <p>{words.intro}</p>
      </ViewHead>
      <div class="scroll">
        {rows.kind === 'waiting' ? <Skeleton rows={5} /> : <Spent rows={rows.value} />}
        <Section title={words.limits}>
          <p class="quiet">{words.limitsWhy}</p>
          {limits.kind === 'known' && <LimitsEditor limits={limits.value} />}
        </Section>
        <Section title={words.prices}>
          <p class="quiet">{words.pricesWhy}</p>
          {prices.kind === 'known' && <PriceList {...prices.value} used={used} />}
        </Section>
      </div>
    </div>
  );
}

const PERIODS = { today: words.today, month: words.month };

function Spent({ rows }: { rows: SpendRow[] }) {
  const now = useApp().clock.minute.value;
  const agentName = useAgentName();
  const today = dayOf(now);
  const period = useSignal<'today' | 'month'>('month');
  const ofToday = rows.filter((row) => row.day === today);
  const shown = period.value === 'today' ? ofToday : rows;
  const whole = sumOf(shown);
  if (rows.length === 0)
    return (
      <div class="empty">
        <p>{words.empty}</p>
        <p class="quiet">{words.emptyWhy}</p>
      </div>
    );
  return (
    <>
      <div class="spend-figures">
        <SpendFigure title={words.today} rows={ofToday} />
        <SpendFigure title={words.month} rows={rows} />
      </div>
      <div class="spend-days">
        <DayBars rows={rows} />
      </div>
      <div class="spend-period">
        <Segments
          label={words.period}
          value={period.value}
          options={PERIODS}
          onPick={(id) => {
            period.value = id;
          }}
        />
      </div>
      {whole.unpriced > 0 && <p class="quiet">{words.unknown(short(whole.unpriced))}</p>}
      <Section title={words.byAgent}>
        <SpendParts label={words.byAgent} parts={partsBy(shown, 'agent')} whole={whole} nameOf={agentName} />
      </Section>
      <Section title={words.byModel}>
        <SpendParts label={words.byModel} parts={partsBy(shown, 'model')} whole={whole} nameOf={(id) => id} arePriced />
      </Section>
    </>
  );
}
