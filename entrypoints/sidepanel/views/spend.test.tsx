// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { SpendRow } from '#lib/core/budget.ts';
import { dayOf } from '#lib/core/day.ts';
import { treeWorld } from '../../gallery/data/world.ts';
import type { FakeData } from '../../gallery/fake-person.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const now = Date.now();
const row = (of: Partial<SpendRow>): SpendRow => ({
  ...{ request: 'r', root: 'run', run: 'run', agent: 'researcher', engine: 'hosted', model: 'large-2', at: now },
  ...{ day: dayOf(now), inputTokens: 900, outputTokens: 100, background: false },
  ...of,
});
const rows = [
  row({ usd: 0.5, background: true }),
  row({ usd: 1, agent: 'correspondent' }),
  row({ model: 'mystery-1', agent: 'correspondent' }),
  row({ model: 'qwen3:8b', usd: 0, day: '2026-01-01' }),
];
const open = (patch: Partial<FakeData> = {}) => renderPanel({ ...treeWorld(now), spend: rows, ...patch }, '#/spend');
const parts = async (label: string) =>
  within(await screen.findByRole('list', { name: label }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);
const write = (box: HTMLElement, value: string) => fireEvent.input(box, { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('says what was spent, on whom and on what, what of it nobody watched, and where it is only a lower bound', async () => {
  open();
  expect(await parts('By agent')).toEqual([
    expect.stringMatching(/^Correspondent≥ \$1\.002k tokens$/),
    expect.stringMatching(/^Researcher\$0\.502k tokens$/),
  ]);
  expect(await parts('By model')).toEqual([
    expect.stringMatching(/^large-2\$1\.50/),
    expect.stringMatching(/^mystery-1≥ \$0/),
    expect.stringMatching(/^qwen3:8bfree/),
  ]);
  expect(document.querySelector('.figure')?.textContent).toBe('Today≥ $1.503k tokens · $0.50 of it in the background');
  fireEvent.click(screen.getByRole('radio', { name: 'Today' }));
  await waitFor(async () => expect(await parts('By model')).toHaveLength(2));
});

test('sets the price of a model where the bill is only a lower bound, and refuses what is no number', async () => {
  const person = open();
  await parts('By model');
  press('Set the price of mystery-1');
  const form = within(await screen.findByRole('form', { name: 'Set the price of mystery-1' }));
  write(form.getByLabelText('Input'), '2');
  fireEvent.click(form.getByRole('button', { name: 'Save' }));
  await form.findByRole('alert');
  write(form.getByLabelText('Output'), '8,5');
  fireEvent.click(form.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(deedsOf(person, 'setPrice')).toEqual([['mystery-1', { input: 2, output: 8.5 }]]));
});

test('gives the known price back with Undo, and finds any other model by its name', async () => {
  const person = open({
    prices: {
      known: { 'large-2': { input: 1, output: 2 }, 'gpt-5': { input: 3, output: 4 } },
      own: { 'large-2': { input: 5, output: 6 } },
    },
  });
  await screen.findByText('$5.00 in · $6.00 out · yours');
  press('Use the known price');
  await screen.findByText('$1.00 in · $2.00 out · known');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('$5.00 in · $6.00 out · yours');
  expect(deedsOf(person, 'setPrice')).toEqual([
    ['large-2', undefined],
    ['large-2', { input: 5, output: 6 }],
  ]);
  const find = screen.getByRole('searchbox', { name: 'Find a model' });
  write(find, 'gpt');
  await screen.findByText('$3.00 in · $4.00 out · known');
  write(find, 'brand-new');
  press(
    await screen.findByRole('button', { name: 'Set a price for "brand-new"' }).then((one) => one.textContent ?? ''),
  );
  await screen.findByRole('form', { name: 'Set the price of brand-new' });
});

test('saves caps only when they are changed and are numbers, and gives one agent a cap of its own', async () => {
  const person = open();
  const run = within(await screen.findByRole('group', { name: 'Each run, with all that it hands on' }));
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save caps' });
  expect(save.disabled).toBe(true);
  write(run.getByLabelText('Steps'), 'many');
  await waitFor(() => expect(save.disabled).toBe(true));
  write(run.getByLabelText('Steps'), '');
  write(run.getByLabelText('US dollars'), '2.5');
  fireEvent.change(screen.getByRole('combobox', { name: 'Another cap for one agent' }), {
    target: { value: 'researcher' },
  });
  const own = within(await screen.findByRole('group', { name: /^Researcher, per day/ }));
  write(own.getByLabelText('US dollars'), '7');
  press('Give Coordinator the cap of the others');
  await waitFor(() => expect(save.disabled).toBe(false));
  fireEvent.click(save);
  expect(deedsOf(person, 'setLimits')).toEqual([
    [
      {
        ...{ run: { usd: 2.5, minutes: 60 }, agentDay: { usd: 5 }, agents: { researcher: { usd: 7 } } },
        backgroundDay: { usd: 2 },
      },
    ],
  ]);
});

test('is led to from the settings and from what a run cost', async () => {
  renderPanel(treeWorld(now), '#/run/run-capped');
  expect((await screen.findByRole('link', { name: '$1.03' })).getAttribute('href')).toBe('#/spend');
  window.location.hash = '#/settings';
  expect((await screen.findByRole('link', { name: 'Spend, caps and prices' })).getAttribute('href')).toBe('#/spend');
});
