import { expect, test } from 'vitest';
import { isNamedBy as isNamed, standsIn as stands } from './named.ts';
import { cut } from './spoken.ts';

const standsIn = (name: string, text: string) => stands(name, cut(text));
const isNamedBy = (title: string, text: string) => isNamed(title, cut(text));

test.each([
  ['Alice', 'Send a link to Alice.'],
  ['general', "Post it to the 'general' channel"],
  ['External_0', 'Write to External 0'],
  ['Café Noir', 'Book the CAFÉ  noir, please'],
  ['13', "Delete the file with ID '13'."],
  ['13', 'Delete file #13'],
])('%s stands in "%s"', (name, text) => {
  expect(standsIn(name, text)).toBe(true);
});

test.each([
  ['Al', 'Send a link to Alice.'],
  ['evil', 'Write to a@evilcorp.example'],
  ['general random', 'Post to random and general'],
  ['13', 'Be there at 13:00'],
  ['13', 'on 2024-05-13'],
  ['5', 'I need 5 of them'],
  ['', 'anything'],
  ['-', 'a - b'],
])('%s does not stand in "%s"', (name, text) => {
  expect(standsIn(name, text)).toBe(false);
});

test('a file is named without its ending, and by no short word', () => {
  expect(isNamedBy('vacation-plans.docx', 'What do my vacation plans say?')).toBe(true);
  expect(isNamedBy('sales-report-Q1-2024.xlsx', 'What do the sales say?')).toBe(false);
  expect(isNamedBy('a.docx', 'This is a text')).toBe(false);
  expect(isNamedBy('2024', 'Everything of 2024')).toBe(false);
});
