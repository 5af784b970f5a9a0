import { expect, test } from 'vitest';
import type { Approval } from '#lib/core/approval.ts';
import { approvalFor } from './approval.ts';
import { coverOf, grantsFor } from './cover.ts';
import { type DecisionInput, decide } from './decide.ts';
import { DAY, inputOf, NOW, read, sendTo } from './world.test-support.ts';
import { NOTHING_WRITTEN } from './written.ts';

function asked(input: DecisionInput, id = 'a1'): Approval {
  const verdict = decide(input);
  if (verdict.kind !== 'ask' || !input.spec) throw new Error(`Not asked but ${verdict.kind}.`);
  return approvalFor({ ...input, spec: input.spec, verdict }, { id, now: NOW });
}
const mailTo = (value: string) => ({ written: { ...NOTHING_WRITTEN, texts: [`To ${value}`] } });
const mail = (value: string, id?: string) => asked(sendTo([value], mailTo(value)), id);
const allow = (scope: 'once' | 'run' | 'always') => ({ kind: 'allow' as const, scope });
const stamp = () => {
  let count = 0;
  return {
    id: () => {
      count += 1;
      return `g${count}`;
    },
    now: NOW,
  };
};
const words = (approvals: Approval[], scope: 'once' | 'run' | 'always') =>
  coverOf(approvals, scope, { name: 'Scout' }).words;

test('says what each scope would cover', () => {
  const reading = [asked(inputOf(read))];
  expect([words(reading, 'once'), words(reading, 'run'), words(reading, 'always')]).toEqual([
    'Covers only this; Scout asks again next time.',
    'Scout may then read news.example without asking, while this run lasts, in what it hands on too.',
    'Scout may then read news.example without asking, until you revoke it or it went unused for 60 days.',
  ]);
  expect(words([mail('a@b.example', 'm1'), mail('c@d.example', 'm2')], 'always')).toBe(
    'Scout may then send from mail.example to whom you named at b.example or d.example without asking, until you revoke it or it went unused for 60 days.',
  );
  expect(words([mail('a@b.example', 'm1'), mail('c@d.example', 'm2')], 'once')).toBe(
    'Covers only these; Scout asks again next time.',
  );
});

test('says what the recorded grants do: they allow what is named, and lapse when it says', () => {
  const approvals = [mail('a@b.example', 'm1'), mail('c@d.example', 'm2')];
  const { domains } = coverOf(approvals, 'always', { name: 'Scout' });
  const grants = [...grantsFor(approvals, allow('always'), stamp()).values()];
  const kindAt = (value: string, now: number) => decide({ ...sendTo([value], mailTo(value)), grants, now }).kind;
  expect(domains.map((domain) => kindAt(`x@${domain}`, NOW + 60 * DAY))).toEqual(['allow', 'allow']);
  expect([kindAt('x@other.example', NOW), kindAt('a@b.example', NOW + 61 * DAY)]).toEqual(['ask', 'ask']);
});

test('records one grant for questions that ask for the same, whichever of them takes the answer', () => {
  const grants = grantsFor([asked(inputOf(read), 'a'), asked(inputOf(read), 'b')], allow('run'), stamp());
  expect([...grants].map(([approval, grant]) => [approval, grant.id])).toEqual([
    ['a', 'g1'],
    ['b', 'g1'],
  ]);
  expect(grantsFor([asked(inputOf(read))], { kind: 'refuse', scope: 'run' }, stamp()).size).toBe(0);
});
