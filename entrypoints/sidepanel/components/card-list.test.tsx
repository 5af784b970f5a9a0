// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { ledgerTabs, mailApprovals, readApprovals } from '../../gallery/data/alike.ts';
import { sendApproval } from '../../gallery/data/approvals.ts';
import { askingWorld } from '../../gallery/data/world.ts';
import type { FakePerson } from '../../gallery/fake-person.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const now = Date.now();
const reads = readApprovals(now);
const open = (approvals = reads, hash = '#/run/run-tree') => renderPanel({ ...askingWorld(now), approvals }, hash);
const card = (name = /^Researcher wants to read 4 pages on ledger.example/) => screen.findByRole('article', { name });
const answers = (person: FakePerson) => person.deeds.flatMap((deed) => (deed.name === 'answerAll' ? [deed.args] : []));
const idsIn = (person: FakePerson) => answers(person).flatMap(([asked]) => asked.map(({ approval }) => approval.id));

test('answers all that are alike with one press, in one scope', async () => {
  const person = open();
  const one = await card();
  expect(within(one).getAllByRole('listitem')).toHaveLength(4);
  fireEvent.click(within(one).getByRole('radio', { name: 'this run' }));
  fireEvent.click(within(one).getByRole('button', { name: 'Allow all 4' }));
  await screen.findByText('You allowed them for this run.');
  expect(idsIn(person)).toEqual(reads.map((read) => read.id));
  expect(answers(person).map(([, answer]) => answer)).toEqual([{ kind: 'allow', scope: 'run' }]);
});

test('leaves what was taken out open, as a card of its own behind it', async () => {
  const person = open();
  const one = await card();
  fireEvent.click(within(one).getByRole('checkbox', { name: `Answer for ${ledgerTabs[0]?.title} too` }));
  fireEvent.click(within(one).getByRole('checkbox', { name: `Answer for ${ledgerTabs[2]?.title} too` }));
  fireEvent.click(within(one).getByRole('button', { name: 'Allow 2 of 4' }));
  await screen.findByText('You allowed them once.');
  expect(idsIn(person)).toEqual(['ap-read-1', 'ap-read-3']);
  const cards = screen.getAllByRole('article');
  expect(cards.map((article) => article.dataset.state)).toEqual(['closed', 'open']);
  expect(within(cards[1] ?? document.body).getAllByRole('checkbox')).toHaveLength(2);
});

test('cannot be answered with nothing ticked', async () => {
  const person = open(reads.slice(0, 2));
  for (const box of await screen.findAllByRole('checkbox')) fireEvent.click(box);
  fireEvent.click(screen.getByRole('button', { name: 'Allow 0 of 2' }));
  expect(answers(person)).toEqual([]);
});

test('tells of those that had been answered somewhere else', async () => {
  const person = open(reads.slice(0, 2));
  const { answerAll } = person.act;
  person.act.answerAll = async (...of) => (await answerAll(...of)).slice(0, 1);
  fireEvent.click(await screen.findByRole('button', { name: 'Allow all 2' }));
  await waitFor(() => {
    const rows = within(screen.getByRole('list', { name: 'What is asked' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent?.includes('answered before, somewhere else'))).toEqual([false, true]);
  });
});

test('lets more of the kind wait at the card that somebody is at, and joins them on a press', async () => {
  const person = open(reads.slice(0, 2));
  const one = await card(/read 2 pages/);
  fireEvent.pointerEnter(one);
  person.change({ approvals: reads });
  fireEvent.click(await screen.findByRole('button', { name: '2 more' }));
  expect(within(await card()).getAllByRole('listitem')).toHaveLength(4);
  expect(document.activeElement).toBe(one);
  expect(screen.getAllByRole('article')).toHaveLength(1);
});

test('sends each mail with what was mended in it', async () => {
  const person = open(mailApprovals(now), '#/run/run-asking');
  const list = await screen.findByRole('list', { name: 'What is asked' });
  const [, second] = within(list).getAllByRole('listitem');
  fireEvent.click(within(second ?? document.body).getByRole('button', { name: 'Edit subject' }));
  fireEvent.input(await screen.findByRole('textbox', { name: 'Subject' }), { target: { value: 'Part two' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send all 3' }));
  await screen.findByText('You allowed them once.');
  const edits = answers(person).flatMap(([asked]) => asked.map(({ edit }) => edit));
  expect(edits).toEqual([undefined, { subject: 'Part two' }, undefined]);
});

test('ignores a press of the hand on a card that has only just come, and says so', async () => {
  const person = open([sendApproval(now)], '#/run/run-asking');
  const send = await screen.findByRole('button', { name: 'Send' });
  fireEvent.pointerDown(send);
  fireEvent.click(send, { detail: 1 });
  expect((await screen.findAllByText(/Press once more/)).length).toBeGreaterThan(0);
  expect(deedsOf(person, 'answer')).toEqual([]);
  expect(screen.getByRole('article').getAttribute('aria-describedby')).toBeTruthy();
  await waitFor(() => expect(send.getAttribute('aria-disabled')).toBeNull());
  fireEvent.pointerDown(send);
  fireEvent.click(send, { detail: 1 });
  await screen.findByText(/You allowed it once/);
});

test('says what the chosen scope would cover', async () => {
  open();
  const one = await card();
  within(one).getByText('Covers only these; Researcher asks again next time.');
  fireEvent.click(within(one).getByRole('radio', { name: 'always on ledger.example' }));
  await within(one).findByText(/^Researcher may then read ledger.example without asking, until you revoke it/);
});

test('shows where a value stands when its chip is pressed', async () => {
  const person = open([sendApproval(now)], '#/run/run-asking');
  fireEvent.click(await screen.findByRole('button', { name: 'came from the mail by "T. Fox"' }));
  await screen.findByText('The passage that holds it is marked on the page.');
  const task = { before: 'Send it to ', value: 'mira@example.org', after: ' today' };
  person.change({ shownValue: { kind: 'told', message: 'It stands in your task.', task } });
  fireEvent.click(screen.getByRole('button', { name: 'written by you' }));
  expect((await screen.findByText('mira@example.org', { selector: 'mark' })).parentElement?.textContent).toBe(
    'Send it to mira@example.org today',
  );
});
