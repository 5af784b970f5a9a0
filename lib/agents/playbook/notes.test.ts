import { expect, test } from 'vitest';
import { AGENT, joinLabels, siteLabel, USER } from '#lib/core/label.ts';
import { foldJournal } from '#lib/core/reduce.ts';
import { tabInput } from '../simulate.test-support.ts';
import { jsonOf, labelOf } from './bound.ts';
import { createNotes, missingNote, plainNote } from './notes.ts';

const state = foldJournal([
  {
    ...{ run: 'run-1', seq: 0, at: 0 },
    happening: {
      ...{ kind: 'run-created', agent: 'a@1.0.0', task: 'T', title: 'T', inputs: [tabInput(1)] },
      ...{ engine: 'basic', attended: true, root: 'run-1' },
    },
  },
]);

test('names what is missing by its title, and labels the sentence with the site that the title is from', () => {
  const note = missingNote({ tool: 'read', args: { tab: 1 }, labels: { tab: USER } }, 'It was closed.', state);
  expect(jsonOf(note)).toBe('Could not read "Page 1": It was closed.');
  expect(labelOf(note)).toEqual(joinLabels([AGENT, USER, siteLabel('https://news.example')]));
});

test('names an address where there is no title', () => {
  const note = missingNote({ tool: 'open_tab', args: { url: 'https://a.example/' }, labels: {} }, 'No answer.', state);
  expect(jsonOf(note)).toBe('Could not open tab https://a.example/: No answer.');
});

test('never holds more notes than a report takes, and says how many more there were', () => {
  const notes = createNotes();
  for (let nth = 1; nth <= 45; nth++) notes.add(plainNote(`Note ${nth}`));
  expect(notes.items).toHaveLength(40);
  expect(notes.items.slice(-2).map(jsonOf)).toEqual(['Note 39', 'And 6 more.']);
});
