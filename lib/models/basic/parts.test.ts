import { describe, expect, it } from 'vitest';
import { addresseeOf } from './addressee.ts';
import { quantitiesOf } from './numbers.ts';
import { sentencesOf } from './sentences.ts';
import { languageOf, termOf } from './words.ts';

describe('sentences', () => {
  it.each([
    ['Mr. J. Fox paid £3.50. Then he left.', ['Mr. J. Fox paid £3.50.', 'Then he left.']],
    ['It grew, e.g. in 2024. U.S. Customs agreed.', ['It grew, e.g. in 2024.', 'U.S. Customs agreed.']],
    ['Wir kommen am 14. November. Bis dann!', ['Wir kommen am 14. November.', 'Bis dann!']],
    ['It ended on March 2. An official log followed.', ['It ended on March 2.', 'An official log followed.']],
    ['It is old.[65][66] It is used.[2]', ['It is old.', 'It is used.']],
    ['東京は大きい。人が多い。', ['東京は大きい。', '人が多い。']],
    [' \n ', []],
  ])('are cut out of %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe('numbers', () => {
  it.each([
    [
      '£7,500 and 7.500 €',
      [
        [7500, '£'],
        [7500, '€'],
      ],
    ],
    [
      '12 percent, 12% and 12,5 Prozent',
      [
        [12, '%'],
        [12, '%'],
        [12.5, '%'],
      ],
    ],
    [
      '1.2 million homes in 2024',
      [
        [1_200_000, 'hom'],
        [2024, 'year'],
      ],
    ],
    [
      'three cats, 64 homes, two of them at 15:30',
      [
        [3, 'cat'],
        [64, 'hom'],
      ],
    ],
  ])('are read with what they count: %s', (text, found) => {
    expect(quantitiesOf(text).map(({ value, unit }) => [value, unit])).toEqual(found);
  });
});

describe('words', () => {
  it('are compared without case, accents and common endings', () => {
    expect(['Pumps', 'PUMP', "pump's"].map(termOf)).toEqual(['pump', 'pump', 'pump']);
    expect(termOf('cities')).toBe(termOf('city'));
    expect(termOf('Wärmepumpen')).toBe(termOf('Wärmepumpe'));
    expect(termOf('heating')).toBe(termOf('heated'));
  });

  it('tell the language', () => {
    expect(['The cat is on the mat', 'Die Katze ist auf der Matte', '東京'].map(languageOf)).toEqual([
      'en',
      'de',
      'other',
    ]);
  });
});

describe('an addressee', () => {
  it.each([
    ['Send the brief to Mira', 'Mira'],
    ['Mail this report to tom.fox@example.org', 'Tom'],
    ["Reply to Mira's mail", 'Mira'],
    ['Schreib an Jonas', 'Jonas'],
    ['Mail it to info@example.org', ''],
    ['Write a brief on heat pumps', ''],
  ])('is found in: %s', (question, name) => {
    expect(addresseeOf(question)).toBe(name);
  });
});
