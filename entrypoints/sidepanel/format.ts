/** A duration as a person reads a clock: `0:42`, `12:05`, `1:02:09`. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** A number in three figures: `940`, `3.1k`, `42k`, `1.2M`. */
export function short(count: number): string {
  if (count < 1000) return String(Math.round(count));
  const [value, unit] = count < 999_500 ? [count / 1000, 'k'] : [count / 1_000_000, 'M'];
  return `${value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : Math.round(value)}${unit}`;
}

/** Relative up to a day, then a date. */
export function ago(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return date(at, now);
}

/** Day and month, with the year where it is not this one. */
export function date(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'short' },
    ...(!sameYear && { year: 'numeric' }),
  }).format(at);
}

/** The full moment, for tooltips and provenance. */
export function moment(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** How long one call took: `120 ms`, `3.4 s`. */
export function took(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** A stretch of time in its largest unit: `8 s`, `3 min`, `2 h`, `4 days`. */
export function lapse(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `${hours} h` : plural(Math.round(hours / 24), 'day', 'days');
}

/** The time of day, with the day where it is another one: `14:05`, `23 Nov, 14:05`. */
export function timeOf(at: number, now: number): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
  return isSameDay(at, now) ? time : `${date(at, now)}, ${time}`;
}

/** US dollars, exact where they are small: `$0.012`, `$0.42`, `$1,240`. */
export function money(usd: number): string {
  if (usd > 0 && usd < 0.001) return '<$0.001';
  const digits = usd >= 100 ? 0 : usd > 0 && usd < 0.1 ? 3 : 2;
  const text = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: Math.min(2, digits),
    maximumFractionDigits: digits,
  });
  return `$${text.format(usd)}`;
}

/** What something cost: nothing where it was free, a lower bound (`≥ $0.01`) where a price is not known. */
export function cost({ usd, unpriced }: { usd: number; unpriced: number }): string {
  if (unpriced > 0) return usd > 0 ? `≥ ${money(usd)}` : '≥ $0';
  return usd > 0 ? money(usd) : '';
}

/** `1st`, `2nd`, `3rd`, `4th` */
export function ordinal(count: number): string {
  const teen = count % 100 > 10 && count % 100 < 14;
  return `${count}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')}`;
}

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
