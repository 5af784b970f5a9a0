// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openApproval, sendApproval } from '../../gallery/data/approvals.ts';
import { busyWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const now = Date.now();
const approval = sendApproval(now);
const open = () => renderPanel({ ...busyWorld(now), approvals: [approval] }, '#/run/run-asking');

test('sends the mended subject with the chosen scope, once however often Send is pressed', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Edit subject' }));
  fireEvent.input(await screen.findByRole('textbox', { name: 'Subject' }), { target: { value: 'Heat pumps' } });
  fireEvent.click(screen.getByRole('radio', { name: 'this run' }));
  const send = screen.getByRole('button', { name: 'Send' });
  fireEvent.click(send);
  fireEvent.click(send);
  await screen.findByText(/You allowed it for this run/);
  expect(deedsOf(person, 'answer')).toEqual([
    [approval, { kind: 'allow', scope: 'run', edit: { subject: 'Heat pumps' } }],
  ]);
});

test('answers no without scope or edit', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: "Don't send" }));
  await screen.findByText(/You said no/);
  expect(deedsOf(person, 'answer')).toEqual([[approval, { kind: 'refuse', scope: 'once' }]]);
});

test('shows who wrote each address, and gives no button the first focus', async () => {
  open();
  const card = await screen.findByRole('article', { name: /^Correspondent wants to send to/ });
  expect(within(card).getByText('written by you')).toBeTruthy();
  expect(within(card).getByRole('button', { name: 'came from the mail by "T. Fox"' })).toBeTruthy();
  expect(card.contains(document.activeElement)).toBe(false);
});

test('leaves the question for later on Escape', async () => {
  const person = open();
  const card = await screen.findByRole('article', { name: /^Correspondent wants/ });
  fireEvent.keyDown(within(card).getByRole('button', { name: 'Send' }), { key: 'Escape' });
  await screen.findByRole('textbox', { name: 'What should be done?' });
  expect([window.location.hash, deedsOf(person, 'answer')]).toEqual(['#/', []]);
});

test('ends only the mending when Escape is pressed in a field', async () => {
  open();
  fireEvent.click(await screen.findByRole('button', { name: 'Edit subject' }));
  fireEvent.keyDown(await screen.findByRole('textbox', { name: 'Subject' }), { key: 'Escape' });
  await screen.findByRole('button', { name: 'Edit subject' });
  expect(window.location.hash).toBe('#/run/run-asking');
});

test('shows what came of it in the place of the question', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Send' }));
  await screen.findByText(/Under way/);
  person.change(({ approvals }) => ({ approvals: approvals.map((one) => ({ ...one, outcome: 'Sent the mail.' })) }));
  await screen.findByText('You allowed it once. Sent the mail.');
  expect(screen.queryByRole('button', { name: 'Send' })).toBeNull();
});

test('says so when it was answered somewhere else', async () => {
  const person = open();
  const send = await screen.findByRole('button', { name: 'Send' });
  const { answer } = person.act;
  person.act.answer = async (...args) => {
    await answer(...args);
    return false;
  };
  fireEvent.click(send);
  await screen.findByText(/answered before, somewhere else/);
});

test('puts a new question below the one that is open', async () => {
  const person = open();
  await screen.findByRole('button', { name: 'Send' });
  person.change({ approvals: [approval, openApproval(now)] });
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
  expect(within(screen.getAllByRole('article')[0] ?? document.body).getByRole('button', { name: 'Send' })).toBeTruthy();
});

test('tells screen readers of a question that comes, and not of those that stood', async () => {
  const person = renderPanel({ ...busyWorld(now), approvals: [approval] });
  await screen.findByText('Needs you');
  const region = document.querySelector('[aria-live]');
  expect(region?.textContent).toBe('');
  person.change({ approvals: [approval, openApproval(now)] });
  await waitFor(() => expect(region?.textContent).toMatch(/^Needs you: Go to an address/));
});

test('names agent and site once, also where the question is about a grant', async () => {
  const headline = 'Let Correspondent write mail on mail.example';
  renderPanel({ ...busyWorld(now), approvals: [{ ...approval, headline }] }, '#/run/run-asking');
  await screen.findByRole('article', { name: `${headline}?` });
});

test('says of "always" what it covers: recipients for sending, the site for anything else', async () => {
  const words = async () => (await screen.findAllByRole('radio')).at(-1)?.parentElement?.textContent;
  const person = open();
  expect(await words()).toBe('always to example.org, evil.example here');
  person.change({ approvals: [{ ...approval, id: 'ap-draft', effect: 'draft' }] });
  await waitFor(async () => expect(await words()).toBe('always on mail.example'));
});
