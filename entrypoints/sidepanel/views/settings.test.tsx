// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyWorld } from '../../gallery/data/world.ts';
import type { FakeData } from '../../gallery/fake-person.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const open = (patch: Partial<FakeData> = {}) => renderPanel({ ...busyWorld(Date.now()), ...patch }, '#/settings');
const fill = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const add = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Add an OpenAI-compatible server' }));
  await screen.findByLabelText('Name');
  fill('Name', ' Local ');
  fill('Base address', 'http://127.0.0.1:8080/v1');
  fill('Model', 'qwen');
};

test('tests a server with its key after asking Chrome for its site, and says in words what failed', async () => {
  const message = 'The server at 127.0.0.1:8080 refused the key (401).';
  const person = open({ testEnd: { kind: 'failed', problem: { code: 'unauthorized', message }, partial: '' } });
  await add();
  fill('Key', 'k-1');
  fireEvent.click(screen.getAllByRole('button', { name: 'Test' }).at(-1) ?? document.body);
  expect(deedsOf(person, 'requestAccess')).toEqual([[['http://127.0.0.1:8080']]]);
  await screen.findByText(message);
  expect(deedsOf(person, 'testEngine')[0]).toMatchObject([{ name: 'Local', model: 'qwen', size: 'small' }, 'k-1']);
});

test('saves a server, and then shows its key nowhere', async () => {
  const person = open();
  await add();
  fill('Key', 'k-1');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(deedsOf(person, 'saveEngine')).toHaveLength(1));
  await waitFor(() => expect(screen.queryByLabelText('Key')).toBeNull());
  expect(document.body.innerHTML).not.toContain('k-1');
});

test('refuses an address that is none, and saves nothing', async () => {
  const person = open();
  await add();
  fill('Base address', 'localhost:8080');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('That is not an http or https address.');
  expect(deedsOf(person, 'saveEngine')).toEqual([]);
});

test('asks once more before a key is lost, and offers Undo where none is', async () => {
  const person = open();
  const [local, hosted] = await screen.findAllByRole('button', { name: 'Remove' });
  fireEvent.click(hosted ?? document.body);
  await screen.findByRole('button', { name: 'Remove it and its key' });
  expect(deedsOf(person, 'removeEngine')).toEqual([]);
  fireEvent.click(local ?? document.body);
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect([deedsOf(person, 'removeEngine'), deedsOf(person, 'saveEngine')]).toMatchObject([
    [['local']],
    [[{ id: 'local' }]],
  ]);
});

test('counts refused messages', async () => {
  open({ health: { storage: { kind: 'ok' }, setAside: [], refused: 3 } });
  await screen.findByText(/^3 messages from pages, other extensions/);
});

test('keeps the texts of old runs as long as the person says', async () => {
  const person = open();
  const keep = await screen.findByLabelText('Keep the texts of old runs');
  expect(keep).toHaveProperty('value', '90');
  fireEvent.change(keep, { target: { value: 'never' } });
  await waitFor(() => expect(deedsOf(person, 'setRetention')).toEqual([[{ days: 'never' }]]));
  await screen.findAllByText('Saved. It is done when Annex has nothing else to do.');
});

test('imports a file, with its permissions only when asked to, and says what became of its rows', async () => {
  const person = open();
  const file = new File(['{}'], 'annex.jsonl');
  fireEvent.change(await screen.findByLabelText('Import data'), { target: { files: [file] } });
  await screen.findByText('12 rows added, 3 here already, 0 refused.');
  fireEvent.click(screen.getByLabelText('Take over permissions and settings too'));
  fireEvent.change(screen.getByLabelText('Import data'), { target: { files: [file] } });
  await waitFor(() =>
    expect(deedsOf(person, 'importAll')).toEqual([
      [file, false],
      [file, true],
    ]),
  );
});
