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
  ['7', 'Change the one with id 7 to 1100'],
  ['Harbour View Hotel', 'Reserve the Harbour View Hotel, please'],
  ['St. Gallen', 'A train to St. Gallen'],
  ['a/b', 'Look into a/b'],
  ['the', "Post it to 'the'"],
  ['vacation-plans.docx', 'Read vacation-plans.docx.'],
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
  ['the', 'Post it to the channel'],
  ['to', 'Post it to the channel'],
  ['send', 'Send it to the channel'],
  ['evil', 'Write to evil.example/a'],
  ['evil', 'Read evil.docx'],
  ['../general', 'Post it to general'],
  ['general/../private', 'Move general to private'],
  ['general?x', 'Post it to general'],
  ['Bob Alice', 'Write to Bob. Alice knows.'],
  ['channel general', "Post to the channel 'general'"],
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

const EVENT = new Set(['calendar', 'event', 'search', 'title']);

test.each([
  ['Introductory meeting', 'Move the introductory meeting'],
  ['Lunch', "Move the 'lunch' to Friday"],
  ['Dinner', 'Move the Dinner to Friday'],
  ['notes.docx', 'Read notes.docx'],
])('"%s" is how a thing is called in "%s"', (title, text) => {
  expect(isNamed(title, cut(text), EVENT)).toBe(true);
});

test.each([
  ['one common word', 'Lunch', 'Create a lunch on Friday'],
  ['a word that opens the sentence', 'Lunch', 'Lunch moves to Friday'],
  ['a word and its kind', 'Big event', 'Move the big event'],
  ['words of asking', 'create new', 'Create new ones'],
  ['a day', '2024-05-26', "Move it to '2024-05-26'"],
  ['a day', 'Friday', "Move it to 'Friday'"],
  ['a day', '26. Mai 2024', "Move it to '26. Mai 2024'"],
  ['an address', 'mira@example.org', "Write to 'mira@example.org'"],
  ['a part of a title', 'Introductory meeting of all', 'Move the introductory meeting'],
  ['two sentences', 'Mira Fox', 'Tell Mira. Fox knows.'],
])('%s names no thing: "%s" in "%s"', (_, title, text) => {
  expect(isNamed(title, cut(text), EVENT)).toBe(false);
});
