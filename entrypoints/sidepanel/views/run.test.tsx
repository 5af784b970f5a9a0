// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyWorld, treeWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const open = (run: string, patch = {}) => renderPanel({ ...busyWorld(Date.now()), ...patch }, `#/run/${run}`);

test('asks Chrome for the site within the click, then goes on with the run', async () => {
  const person = open('run-walled');
  fireEvent.click(await screen.findByRole('button', { name: 'Allow ledger.example' }));
  expect(deedsOf(person, 'requestAccess')).toEqual([[['https://ledger.example']]]);
  await waitFor(() => expect(deedsOf(person, 'resume')).toEqual([['run-walled']]));
});

test('leaves the run as it is when Chrome is told no, and says so', async () => {
  const person = open('run-walled', { chromeSays: false });
  fireEvent.click(await screen.findByRole('button', { name: 'Allow ledger.example' }));
  await screen.findByText(/The run stays as it is/);
  expect(deedsOf(person, 'resume')).toEqual([]);
});

test('goes on with Basic where a model server fails', async () => {
  const person = open('run-stuck');
  await screen.findAllByText(/refused the request \(403\)/);
  fireEvent.click(screen.getByRole('button', { name: 'Use Basic' }));
  expect(deedsOf(person, 'resume')).toEqual([['run-stuck', 'basic']]);
});

test('stops and pauses a run that goes on', async () => {
  const person = open('run-reading');
  fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
  expect(deedsOf(person, 'stop')).toEqual([['run-reading']]);
  expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Stopping…' })).disabled).toBe(true);
});

test('links what a finished run made, and offers no Stop', async () => {
  open('run-done');
  const made = await screen.findByRole('link', { name: /^Brief: heat pumps/ });
  expect([made.getAttribute('href'), screen.queryByRole('button', { name: 'Stop' })]).toEqual([
    '#/artifact/art-brief',
    null,
  ]);
});

test('shows what the agent saw, and what was left out', async () => {
  open('run-done');
  await screen.findByText('Comments below the article');
  expect(screen.getByText(/Not part of the main text · left out/)).toBeTruthy();
});

const inTree = (run: string) => renderPanel(treeWorld(Date.now()), `#/run/${run}`);
const press = (name: string) => async () => fireEvent.click(await screen.findByRole('button', { name }));

test('shows the question of a child on its root, names the child, and answers it there', async () => {
  const person = inTree('run-tree');
  const card = await screen.findByRole('article', { name: /^Researcher wants to go to an address/ });
  expect(within(card).getByRole('link', { name: 'Who pays for it' }).getAttribute('href')).toBe('#/run/run-tree-fund');
  fireEvent.click(within(card).getByRole('button', { name: 'Go there' }));
  await waitFor(() => expect(deedsOf(person, 'answer')).toMatchObject([[{ id: 'ap-child' }, { kind: 'allow' }]]));
});

test('hangs the runs that were handed work below the step that did it', async () => {
  inTree('run-tree');
  const timeline = within(await screen.findByRole('list', { name: 'What happened' }));
  const step = timeline.getByText('Handing 3 parts to Researcher').closest('li') ?? document.body;
  expect(
    within(step)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual([...['#/run/run-tree-buy', '#/run/run-tree-run', '#/run/run-tree-tariffs', '#/run/run-tree-fund']]);
});

test('links where a run comes from and what came of it', async () => {
  inTree('run-done');
  const kin = within(await screen.findByRole('list', { name: 'Where it comes from and what came of it' }));
  expect(kin.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Continued as Add a table of the yearly cost',
    'Forked after step 2 as Compare heat pumps',
  ]);
});

test('counts a back-off down, and tries at once when told to', async () => {
  const person = inTree('run-retrying');
  await screen.findByText(/^Tries again in \d s\./);
  await press('Try now')();
  expect(deedsOf(person, 'resume')).toEqual([['run-retrying']]);
});

test('says that nothing is happening instead of turning a wheel', async () => {
  inTree('run-silent');
  await screen.findByText(/^No activity for 4\d s$/);
});

test('opens the caps of a run that stands at one, with the one that was reached doubled', async () => {
  const person = inTree('run-capped');
  fireEvent.click((await screen.findAllByRole('button', { name: 'Raise budget…' }))[0] ?? document.body);
  const box = await screen.findByRole<HTMLInputElement>('textbox', { name: 'US dollars' });
  fireEvent.input(box, { target: { value: 'a lot' } });
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save and go on' });
  await waitFor(() => expect(save.disabled).toBe(true));
  fireEvent.input(box, { target: { value: '0.5' } });
  await screen.findByText('$1.03 is used already, so the run would pause again at once.');
  fireEvent.input(box, { target: { value: '3,5' } });
  fireEvent.input(screen.getByRole('textbox', { name: 'Minutes at work' }), { target: { value: '' } });
  fireEvent.click(save);
  expect(deedsOf(person, 'setBudget')).toEqual([['run-capped', { usd: 3.5, steps: 400 }]]);
});

test('says which action a stop may have come too late for', async () => {
  inTree('run-cut');
  await screen.findByText(/^You stopped it while "Sending the mail to board@example.org" was under way/);
  expect(screen.queryByText(/^Not certain/)).toBeNull();
});

test('does an ended run again, and goes to the new one', async () => {
  const person = inTree('run-failed');
  await press('Retry')();
  await waitFor(() => expect(window.location.hash).toBe('#/run/run-failed-anew'));
  expect(deedsOf(person, 'retry')).toEqual([['run-failed']]);
});

test('takes an ended run up with a new instruction, once', async () => {
  const person = inTree('run-done');
  const line = await screen.findByRole('textbox', { name: 'Go on from here with a new instruction' });
  fireEvent.keyDown(line, { key: 'Enter' });
  fireEvent.input(line, { target: { value: 'Add the subsidies' } });
  fireEvent.keyDown(line, { key: 'Enter' });
  fireEvent.keyDown(line, { key: 'Enter' });
  await waitFor(() => expect(window.location.hash).toBe('#/run/run-done-anew'));
  expect(deedsOf(person, 'continueRun')).toEqual([['run-done', 'Add the subsidies']]);
});

test('begins a new run right after a step, from its menu', async () => {
  const person = inTree('run-done');
  await press('Actions of Writing the brief')();
  await press('Fork from here')();
  await waitFor(() => expect(window.location.hash).toBe('#/run/run-done-anew'));
  expect(deedsOf(person, 'fork')).toEqual([['run-done', 11]]);
});

test('offers nothing that would be written while the store is read-only', async () => {
  renderPanel(
    { ...treeWorld(Date.now()), health: { storage: { kind: 'read-only', reason: 'Full.' }, setAside: [], refused: 0 } },
    '#/run/run-silent',
  );
  await screen.findByText(/^No activity/);
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
});
