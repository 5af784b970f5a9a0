import * as german from 'chrono-node/de';
import * as english from 'chrono-node/en';
import type { Material, ThinkAnswer } from '#lib/core/think.ts';
import { languageOf } from './words.ts';

/** Dates that the material states, read relative to `now` (ms): `2026-11-24`, or `2026-11-24T15:00` where an hour is told. Once each, in reading order. */
export function findDates(material: readonly Material[], most: number, now: number): ThinkAnswer<'extract'>['picks'] {
  const picks = new Map<string, { id: string; value: string }>();
  for (const piece of material) {
    const parser = languageOf(piece.text) === 'de' ? german.casual : english.GB;
    for (const { start } of parser.parse(piece.text, new Date(now), { forwardDate: true })) {
      // "At noon" or "an hour" alone names no day.
      const named = start.isCertain('day') || start.isCertain('weekday');
      const value = named ? isoOf(start) : undefined;
      if (value && !picks.has(value)) picks.set(value, { id: piece.id, value });
    }
  }
  return [...picks.values()].slice(0, most);
}

function isoOf(start: {
  get: (part: 'year' | 'month' | 'day' | 'hour' | 'minute') => number | null;
  isCertain: (part: 'hour') => boolean;
}) {
  const two = (part: 'month' | 'day' | 'hour' | 'minute') => String(start.get(part) ?? 0).padStart(2, '0');
  const day = `${String(start.get('year')).padStart(4, '0')}-${two('month')}-${two('day')}`;
  return start.isCertain('hour') ? `${day}T${two('hour')}:${two('minute')}` : day;
}
