import { describe, expect, it } from 'vitest';
import { aspectsOf } from './aspects.ts';

describe('the things that a task names', () => {
  it.each([
    ['Write a brief on ferries: running costs, grants and noise', ['running costs', 'grants', 'noise']],
    ['Brief on ferries: costs and noise, and where the sources disagree', ['costs', 'noise']],
    ['Compare the costs and the noise of ferries', ['costs', 'noise']],
    ['Brief me on running costs, and noise, then mail it to Mira', ['running costs', 'noise']],
    ['What do these pages say about price and safety?', ['price', 'safety']],
    ['What does it cost? How loud is it?', ['What does it cost?', 'How loud is it?']],
    ['Kurzbericht über Fähren: Kosten, Lärm und Förderung', ['Kosten', 'Lärm', 'Förderung']],
  ])('are listed in: %s', (task, names) => {
    expect(aspectsOf(task).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    'Write a brief on the electric ferry from these pages',
    'Summarise the debate about harbour diesel, then mail it to mira@example.org',
    'Compare these pages: where do they agree, and where do they contradict each other?',
    'How loud is the ferry?',
    '',
  ])('are none in: %s', (task) => {
    expect(aspectsOf(task)).toEqual([]);
  });
});
