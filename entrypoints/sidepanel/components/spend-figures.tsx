import type { SpendRow } from '#lib/core/budget.ts';
import { dayBefore } from '#lib/core/day.ts';
import { cost, date, money, short } from '../format.ts';
import { useApp } from '../state/app.ts';
import { sumOf } from '../state/spend-sums.ts';
import { spend as words } from '../strings/spend.ts';

const DAYS = 30;

/** What was spent in a stretch, in one figure, with the share that nobody was watching. */
export function SpendFigure({ title, rows }: { title: string; rows: readonly SpendRow[] }) {
  const sum = sumOf(rows);
  const unseen = sumOf(rows.filter((row) => row.background));
  const inBackground = unseen.usd > 0 ? words.background(money(unseen.usd)) : words.noneInBackground;
  return (
    <div class="figure">
      <h2>{title}</h2>
      <b class="figures">{cost(sum) || money(0)}</b>
      <p class="quiet figures">
        {words.tokens(short(sum.tokens))} · {inBackground}
      </p>
    </div>
  );
}

/** A bar for each of the last thirty days; what each was stands on it, and the highest in words. */
export function DayBars({ rows }: { rows: readonly SpendRow[] }) {
  const now = useApp().clock.minute.value;
  const byDay = Map.groupBy(rows, (row) => row.day);
  const days = Array.from({ length: DAYS }, (_, index) => {
    const day = dayBefore(now, DAYS - 1 - index);
    return { day, at: new Date(`${day}T12:00`).getTime(), sum: sumOf(byDay.get(day) ?? []) };
  });
  const top = days.reduce((highest, one) => (one.sum.usd > highest.sum.usd ? one : highest));
  if (top.sum.usd === 0) return null;
  return (
    <svg
      class="day-bars"
      viewBox={`0 0 ${DAYS * 4} 40`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.perDay(money(top.sum.usd), date(top.at, now))}
    >
      {days.map(({ day, at, sum }, index) => {
        const height = sum.usd > 0 ? Math.max(1.5, (sum.usd / top.sum.usd) * 40) : 0.5;
        return (
          <g key={day}>
            <title>{words.onDay(date(at, now), cost(sum) || money(0))}</title>
            <rect class="hit" x={index * 4} y={0} width={4} height={40} />
            <rect x={index * 4 + 0.5} y={40 - height} width={3} height={height} data-none={sum.usd === 0} />
          </g>
        );
      })}
    </svg>
  );
}
