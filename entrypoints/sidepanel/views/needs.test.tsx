// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { mailApprovals, readApprovals } from '../../gallery/data/alike.ts';
import { sendApproval } from '../../gallery/data/approvals.ts';
import { askingWorld, calmWorld } from '../../gallery/data/world.ts';
import { renderPanel } from '../panel.test-support.tsx';

const now = Date.now();
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const cards = () => screen.getAllByRole('article');
const open = (approvals = [...readApprovals(now), sendApproval(now)]) =>
  renderPanel({ ...askingWorld(now), approvals }, '#/needs');

test('shows all that waits under the run it is of, the longest wait first', async () => {
  open([sendApproval(now), ...readApprovals(now)]);
  await screen.findByRole('article', { name: /read 4 pages/ });
  const runs = ['Mail the brief to Mira', 'What a heat pump costs, from three sides'];
  const headings = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
  expect(headings.filter((text) => runs.includes(text ?? ''))).toEqual(runs);
});

test('moves from card to card with j, k and a, and leaves one for the next with Escape', async () => {
  open();
  await screen.findByRole('article', { name: /read 4 pages/ });
  const at = () => cards().indexOf(document.activeElement as HTMLElement);
  press('a');
  expect(at()).toBe(0);
  press('j');
  expect(at()).toBe(1);
  press('k');
  press('Escape');
  expect([at(), window.location.hash]).toEqual([1, '#/needs']);
  press('Escape');
  await waitFor(() => expect(window.location.hash).toBe('#/'));
});

test('keeps an answered card in its place and shows what came of it', async () => {
  const person = open();
  const first = await screen.findByRole('article', { name: /read 4 pages/ });
  fireEvent.click(within(first).getByRole('button', { name: "Don't allow" }));
  await within(first).findByText(/You said no/);
  expect(cards().indexOf(first)).toBe(0);
  person.change({ approvals: [...person.data().approvals, ...mailApprovals(now)] });
  await screen.findByRole('article', { name: /send 3 mails/ });
  expect(cards().map((one) => one.dataset.state)).toEqual(['closed', 'open', 'open']);
});

test('says when it ends by itself', async () => {
  open();
  expect((await screen.findAllByText(/^Ends as a no in 3 days/)).length).toBe(2);
});

test('says so when nothing needs the person', async () => {
  renderPanel(calmWorld(now), '#/needs');
  await screen.findByText(/^Nothing needs you/);
});

test('is reached from home when more than one waits, and with g n', async () => {
  const person = renderPanel({ ...askingWorld(now), approvals: [sendApproval(now)] });
  await screen.findByText('Needs you');
  expect(screen.queryByRole('link', { name: 'Review all' })).toBeNull();
  person.change({ approvals: [sendApproval(now), ...readApprovals(now)] });
  expect((await screen.findByRole('link', { name: 'Review all' })).getAttribute('href')).toBe('#/needs');
  press('g');
  press('n');
  expect(window.location.hash).toBe('#/needs');
});
