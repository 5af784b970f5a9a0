// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { treeWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const open = (hash = '#/runs') => renderPanel(treeWorld(Date.now()), hash);
const row = (name: RegExp) => screen.findByRole('link', { name });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

test('hangs children below their parent, and folds them away from the keyboard', async () => {
  open();
  const parent = await row(/^What a heat pump costs, from three sides/);
  const item = parent.closest('li') ?? document.body;
  expect(
    within(item)
      .getAllByRole('link')
      .map((link) => link.querySelector('.row-title')?.textContent),
  ).toEqual([
    'What a heat pump costs, from three sides',
    'What it costs to buy',
    'What it costs to run',
    'Tariffs since October',
    'Who pays for it',
  ]);
  parent.focus();
  press('ArrowRight');
  press('ArrowRight');
  expect(document.activeElement?.textContent).toContain('3 runs, 1 done');
  fireEvent.click(document.activeElement ?? document.body);
  await waitFor(() => expect(within(item).getAllByRole('link')).toHaveLength(1));
  press('ArrowDown');
  expect(document.activeElement).toBe(await row(/^Add a table of the yearly cost/));
});

test('shows what a tree cost, what is only a lower bound, and nothing for a free engine', async () => {
  open();
  expect((await row(/^What a heat pump costs/)).textContent).toMatch(/≥ \$0\.12$/);
  expect((await row(/^What it costs to buy/)).textContent).toMatch(/\$0\.094$/);
  expect((await row(/^Brief me on the tariff/)).textContent).not.toContain('$');
});

test('opens the actions of a row with a full stop, moves through them, and does the one that is pressed', async () => {
  const person = open();
  const tariff = await row(/^Brief me on the tariff/);
  tariff.focus();
  press('.');
  const pause = await screen.findByRole('button', { name: 'Pause' });
  await waitFor(() => expect(document.activeElement).toBe(pause));
  press('ArrowDown');
  press('j');
  expect(document.activeElement?.textContent).toBe('Raise priority');
  fireEvent.click(document.activeElement ?? document.body);
  expect(deedsOf(person, 'setPriority')).toEqual([['run-silent', 1]]);
});

test('names the child that asks on its root, and opens the root with the question', async () => {
  open('#/');
  const question = await row(/^Go to an address/);
  expect([question.getAttribute('href'), question.textContent]).toEqual([
    '#/run/run-tree',
    expect.stringContaining('Researcher · ledger.example · for What a heat pump costs, from three sides'),
  ]);
});

test('marks a run that was raised above others', async () => {
  open();
  within(await row(/^Add a table of the yearly cost/)).getByRole('img', { name: 'Raised: it goes before others' });
});

test('finds a child by its name and keeps it below its parent', async () => {
  open();
  fireEvent.input(await screen.findByRole('searchbox', { name: 'Filter runs' }), {
    target: { value: 'tariffs since' },
  });
  await waitFor(() => expect(screen.queryByRole('link', { name: /^File the receipts/ })).toBeNull());
  expect(await row(/^What a heat pump costs/)).toBeTruthy();
});

test('lets the budget of a tree be raised from any of its rows, with what was used of it', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Actions of Everything about induction hobs' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Raise budget…' }));
  const box = await screen.findByRole<HTMLInputElement>('textbox', { name: 'US dollars' });
  expect([box.value, box.closest('.cap')?.textContent]).toEqual(['2', expect.stringContaining('$1.03 of $1.00 used')]);
  fireEvent.click(screen.getByRole('button', { name: 'Save and go on' }));
  expect(deedsOf(person, 'setBudget')).toEqual([['run-capped', { usd: 2, steps: 400, minutes: 60 }]]);
});
