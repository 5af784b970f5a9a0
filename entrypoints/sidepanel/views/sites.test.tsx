// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const open = () => renderPanel(busyWorld(Date.now()), '#/sites');

test('sets the switch of one capability for every agent', async () => {
  const person = open();
  const site = within(await screen.findByRole('article', { name: 'mail.example' }));
  fireEvent.click(within(site.getByRole('group', { name: 'Write mail' })).getByRole('radio', { name: 'Always' }));
  expect(deedsOf(person, 'setGrant')).toEqual([
    [{ agent: '*', capability: 'mail', site: 'https://mail.example', mode: 'always' }],
  ]);
});

test('shows what Chrome truly grants, and asks it within the click', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Allow ledger.example' }));
  expect(deedsOf(person, 'requestAccess')).toEqual([[['https://ledger.example']]]);
  await screen.findByRole('button', { name: 'Remove access to ledger.example' });
});

test('revokes at once and gives the very grant back on Undo', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Revoke: Every agent may read pages on news.example' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect([deedsOf(person, 'revoke'), deedsOf(person, 'setGrant')]).toEqual([
    [['g1']],
    [[{ agent: '*', capability: 'read', site: 'https://news.example', mode: 'always' }]],
  ]);
});

test('offers no Undo for a narrowed grant, which could only be given back wider', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: /^Revoke: Correspondent may write mail/ }));
  await waitFor(() => expect(document.querySelector('.toast')?.textContent).toContain('Revoked'));
  expect([deedsOf(person, 'revoke'), screen.queryByRole('button', { name: 'Undo' })]).toEqual([[['g3']], null]);
});
