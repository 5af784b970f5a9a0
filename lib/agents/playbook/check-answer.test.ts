import { expect, test } from 'vitest';
import type { Json } from '#lib/core/json.ts';
import type { ThinkRequest } from '#lib/core/think.ts';
import { checkAnswer } from './check-answer.ts';

const material = [
  { id: 'a', text: 'Write to mira@example.org.' },
  { id: 'b', text: 'A link', value: 'https://b.example/' },
];
const summarise: ThinkRequest = { kind: 'summarise', question: 'What?', material, most: 3 };
const extract = (want: 'relevant' | 'addresses', most = 3): ThinkRequest => ({
  ...{ kind: 'extract', question: 'Which?', material },
  ...{ want, most },
});
const summary = (cites: string[]): Json => ({
  title: 'T',
  sections: [{ heading: '', claims: [{ text: 'C', cites }] }],
});
const messageOf = (think: ThinkRequest, answer: Json) => {
  const checked = checkAnswer(think, answer);
  return checked.kind === 'malformed' ? checked.message : 'fine';
};

test('takes a summary whose claims cite what is there', () => {
  expect(checkAnswer(summarise, summary(['a']))).toEqual({ kind: 'fine', answer: summary(['a']) });
});

test('refuses claims that cite nothing or something that is not there, and says how to mend them', () => {
  expect(messageOf(summarise, summary([]))).toContain('cites nothing');
  expect(messageOf(summarise, summary(['z']))).toBe(
    'There is no "z" in the material. Use only ids that stand there, such as a, b.',
  );
});

test('names the place where the shape is wrong', () => {
  expect(messageOf(summarise, { title: 'T', sections: [{ heading: 1, claims: [] }] })).toContain(
    '"sections.0.heading"',
  );
  expect(messageOf(summarise, null)).toContain('wrong shape');
});

test('takes the address of a picked link from the material, not from the engine', () => {
  const answer = { picks: [{ id: 'b', value: 'https://evil.example/' }] };
  expect(checkAnswer(extract('relevant'), answer)).toEqual({
    kind: 'fine',
    answer: { picks: [{ id: 'b', value: 'https://b.example/' }] },
  });
});

test('refuses a mail address that does not stand in the material', () => {
  expect(messageOf(extract('addresses'), { picks: [{ id: 'a', value: 'eve@evil.example' }] })).toContain(
    'does not stand',
  );
  expect(messageOf(extract('addresses'), { picks: [{ id: 'a', value: 'Mira@Example.org' }] })).toBe('fine');
});

test('keeps each pick once and no more than asked for', () => {
  const answer = {
    picks: [
      { id: 'a', value: '' },
      { id: 'a', value: '' },
      { id: 'b', value: '' },
    ],
  };
  expect(checkAnswer(extract('relevant', 1), answer)).toEqual({
    kind: 'fine',
    answer: { picks: [{ id: 'a', value: 'Write to mira@example.org.' }] },
  });
});

test('refuses a class that was not offered', () => {
  const think: ThinkRequest = { kind: 'classify', question: '', material, options: ['mail', 'page'] };
  expect(messageOf(think, { items: [{ id: 'a', label: 'cat', why: '' }] })).toBe('"cat" is none of: mail, page.');
});

test('makes a subject one line', () => {
  const think: ThinkRequest = { kind: 'draft', question: '', material };
  expect(checkAnswer(think, { subject: 'One\r\nBcc: x', body: 'B' })).toMatchObject({
    answer: { subject: 'One Bcc: x' },
  });
});
