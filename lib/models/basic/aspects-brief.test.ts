import { describe, expect, it } from 'vitest';
import type { Material } from '#lib/core/think.ts';
import { summarise } from './summarise.ts';

const page = (source: string, at: number, texts: readonly string[]): Material[] =>
  texts.map((text, index) => ({ id: `s${at}p${index + 1}`, text, source }));

const stoves: Material[] = [
  ...page('What a stove costs to run', 1, [
    'A pellet stove in an ordinary cottage costs about £640 a year to run.',
    'Two crates, one hopper, three winters.',
    'The county gives a grant of £900 towards a new stove.',
  ]),
  ...page('Forty stoves metered', 2, [
    'The median cottage paid £910 a year for its pellet stove. The dearest paid £2,400.',
    'At two metres the fans reached 38 decibels on average.',
    'Moving a bed away from the wall saved £30 a year.',
  ]),
  ...page('A reader writes', 3, [
    'I read that a pellet stove in a cottage costs £640 a year. Mine has cost £1,120.',
    'If the fan stood outside, nobody would hear 38 decibels.',
    'Our neighbours measured 45 decibels on average at two metres.',
  ]),
];
const brief = (question: string) => summarise({ question, material: stoves, most: 12 }).sections;
const claimsUnder = (heading: string, question: string) =>
  brief(question).flatMap((one) => (one.heading === heading ? one.claims.map(({ text }) => text) : []));

const TASK = 'Write a brief on pellet stoves: running costs, grants and noise';

describe('a brief on several things', () => {
  it('sets the numbers of all sources that disagree side by side, in the order of the task', () => {
    const disputes = brief(TASK).filter((one) => one.heading.startsWith('Where the sources disagree'));
    expect(disputes.map(({ heading, claims }) => [heading, claims.map(({ cites }) => cites[0])])).toEqual([
      ['Where the sources disagree on running costs: £640 a year, £910 a year or £1,120', ['s1p1', 's2p1', 's3p1']],
      ['Where the sources disagree on noise: 38 decibels or 45 decibels', ['s2p2', 's3p3']],
    ]);
  });

  it('takes the sentence before along where one dangles, and leaves out what is no sentence', () => {
    const texts = brief(TASK).flatMap(({ claims }) => claims.map(({ text }) => text));
    expect(texts).toContain('I read that a pellet stove in a cottage costs £640 a year. Mine has cost £1,120.');
    expect(texts.filter((text) => /^(?:Mine|The dearest|Two crates)/.test(text))).toEqual([]);
  });

  it('answers each thing under its name, and says of which nothing was found', () => {
    expect(claimsUnder('Grants', TASK)).toEqual(['The county gives a grant of £900 towards a new stove.']);
    const asked = 'Write a brief on pellet stoves: noise, running costs and insurance';
    expect(brief(asked).map((one) => one.heading)).toContain('Nothing was found on insurance');
  });
});
