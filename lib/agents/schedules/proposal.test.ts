import { expect, test } from 'vitest';
import type { Proposal } from '#lib/core/proposal.ts';
import { readProposal } from './proposal.ts';
import { at } from './schedule.test-support.ts';

const read = (cadence: Proposal['cadence'], more: Partial<Proposal> = {}) =>
  readProposal(
    { title: 'Brief', task: 'Brief me', cadence, ...more },
    {
      ...{ agent: 'researcher', engine: 'local', zone: 'Europe/Berlin', now: at('2026-11-26T09:30Z') },
      inputs: [{ kind: 'link', url: 'https://news.example/a', text: 'News', from: '' }],
    },
  );

test('the person reads all of it: the task, when in words, the next three times, and what happens otherwise', () => {
  const { payload } = read({ kind: 'cron', expression: '0 8 * * 1-5' }, { catchUp: 'skip' }) as { payload: object };
  expect(payload).toEqual({
    ...{ title: 'Brief', task: 'Brief me', when: 'every weekday at 08:00, Europe/Berlin' },
    next: 'Fri 27 Nov 2026, 08:00; Mon 30 Nov 2026, 08:00; Tue 1 Dec 2026, 08:00',
    ...{ 'if missed': 'is left out', 'if still running': 'the next time is left out' },
    'handed over': 'https://news.example/a',
  });
});

test('local times are those of the person’s zone, unless another is named', () => {
  const once = (zone?: string) => read({ kind: 'once', at: '2026-11-27T08:00', ...(zone && { zone }) });
  expect(once()).toMatchObject({ order: { cadence: { kind: 'once', at: at('2026-11-27T07:00Z') } } });
  expect(once('UTC')).toMatchObject({ order: { cadence: { at: at('2026-11-27T08:00Z') } } });
});

test('an interval lies on the full hour, or on the time that is named', () => {
  const cadence = { kind: 'interval', minutes: 360 } as const;
  expect(read(cadence)).toMatchObject({ order: { cadence: { minutes: 360, anchor: at('2026-11-26T09:00Z') } } });
  expect(read({ ...cadence, from: '2026-11-26T07:15' })).toMatchObject({
    order: { cadence: { anchor: at('2026-11-26T06:15Z') } },
  });
});

test.each([
  [{ kind: 'once', at: '2026-11-26T08:00' }, 'That time is over. Choose one that is still to come.'],
  [{ kind: 'once', at: '2026-13-40T08:00' }, '"2026-13-40T08:00" is no time.'],
  [{ kind: 'once', at: '2027-03-28T02:30' }, '"2027-03-28T02:30" does not come in Europe/Berlin: the clock skips it.'],
  [{ kind: 'once', at: '2026-11-27T08:00', zone: 'Mars' }, 'There is no time zone "Mars".'],
  [{ kind: 'cron', expression: '0 8 * * *', zone: 'Mars' }, 'There is no time zone "Mars".'],
  [{ kind: 'cron', expression: '0 0 30 2 *' }, '"0 0 30 2 *" names a day that no year has.'],
] satisfies [Proposal['cadence'], string][])('%j comes back with how to mend it', (cadence, sentence) => {
  expect(read(cadence)).toEqual({ kind: 'wrong', message: `${sentence} Mend the cadence and propose it again.` });
});
