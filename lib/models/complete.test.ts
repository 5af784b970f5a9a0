import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completePicks } from './complete.ts';

const material = [
  { id: 'a', text: 'Write to mira@example.org or tom@example.org.uk on 2026-11-24.', value: 'https://a.example' },
  { id: 'b', text: 'Nothing here.' },
];
const complete = (want: 'relevant' | 'dates' | 'addresses', picks: { id: string; value: string }[], most = 9) =>
  completePicks({ want, material, most }, picks);

it('gives a relevant piece its own value, or its text, whatever was said', () => {
  expect(
    complete('relevant', [
      { id: 'b', value: 'made up' },
      { id: 'a', value: '' },
      { id: 'b', value: '' },
    ]),
  ).toEqual([
    { id: 'b', value: 'Nothing here.' },
    { id: 'a', value: 'https://a.example' },
  ]);
});

it('keeps addresses that stand whole in their piece', () => {
  const values = [
    'mira@example.org',
    'tom@example.org',
    'tom@example.org.uk',
    'ira@example.org',
    'eve@evil.example',
    'Write to',
  ];
  expect(
    complete(
      'addresses',
      values.map((value) => ({ id: 'a', value })),
    ).map((pick) => pick.value),
  ).toEqual(['mira@example.org', 'tom@example.org.uk']);
  expect(complete('addresses', [{ id: 'b', value: 'mira@example.org' }])).toEqual([]);
});

it('keeps dates that are ISO', () => {
  const values = [
    '2026-11-24',
    '2026-11-24T15:00',
    '24 November',
    '2026-13-01',
    '2026-11-24 15:00',
    ' 2026-11-24T15:00:00Z ',
  ];
  expect(
    complete(
      'dates',
      values.map((value) => ({ id: 'b', value })),
    ).map((pick) => pick.value),
  ).toEqual(['2026-11-24', '2026-11-24T15:00', '2026-11-24T15:00:00Z']);
});

it('never yields an id that is not there, a repeat, more than asked, or an address that does not stand there', () => {
  const pick = fc.record({
    id: fc.constantFrom('a', 'b', 'c', '__proto__'),
    value: fc.oneof(fc.string(), fc.constantFrom('mira@example.org', 'MIRA@example.org', '2026-11-24')),
  });
  const want = fc.constantFrom('relevant' as const, 'dates' as const, 'addresses' as const);
  fc.assert(
    fc.property(want, fc.array(pick), fc.integer({ min: 1, max: 4 }), (wanted, picks, most) => {
      const kept = complete(wanted, picks, most);
      expect(kept.length).toBeLessThanOrEqual(most);
      expect(new Set(kept.map((one) => one.id + one.value.toLowerCase())).size).toBe(kept.length);
      for (const { id, value } of kept) {
        const piece = material.find((one) => one.id === id);
        expect(piece).toBeDefined();
        if (wanted === 'addresses') expect(piece?.text).toContain(value);
        if (wanted === 'relevant') expect([piece?.value, piece?.text]).toContain(value);
      }
      expect(completePicks({ want: wanted, material, most }, kept)).toEqual(kept);
    }),
  );
});
