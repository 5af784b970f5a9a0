// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { busyWorld } from '../../gallery/data/world.ts';
import type { FakeData } from '../../gallery/fake-person.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const now = Date.now();
const open = (data: Partial<FakeData> = {}) => renderPanel({ ...busyWorld(now), ...data }, '#/sites');
const card = async (name: string) => within(await screen.findByRole('article', { name }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const submit = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('sets the switch of one capability for every agent', async () => {
  const person = open();
  const site = await card('mail.example');
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
  person.change({ chromeAccess: [] });
  await screen.findByRole('button', { name: 'Allow ledger.example' });
});

test('names the wide pattern that lets Annex in, which no site can give back alone', async () => {
  open({ chromeAccess: ['https://news.example/*', '*://*/*'] });
  const site = await card('news.example');
  site.getByText('Chrome lets Annex in by *://*/*');
  expect(site.queryByRole('button', { name: /^(Allow|Remove access)/ })).toBeNull();
});

test('says of an address that is a number why no agent works there, until the person lets them', async () => {
  const person = open({ chromeAccess: ['http://127.0.0.1/*'] });
  const site = await card('127.0.0.1');
  site.getByText(/^This is an address of this machine, which you have not let agents use\./);
  person.change({ loopback: true });
  await waitFor(() => expect(site.queryByText(/^This is an address of this machine/)).toBeNull());
});

test('shuts a site to every agent, and says that the rest is without effect', async () => {
  const person = open();
  const site = await card('news.example');
  fireEvent.click(site.getByRole('checkbox', { name: 'No agent works here' }));
  await site.findByText('Everything above is without effect.');
  expect(deedsOf(person, 'setSite')).toEqual([['https://news.example', { never: true }]]);
});

test('revokes at once and gives the very grant back on Undo, however it was narrowed', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: /^Revoke: Correspondent may write mail/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  const given = busyWorld(now).grants?.find((one) => one.id === 'g3');
  expect([deedsOf(person, 'revoke'), deedsOf(person, 'restoreGrant')]).toEqual([[['g3']], [[given]]]);
});

test('revokes all of an agent or of a site with one press, leaves what refuses, and gives all back on Undo', async () => {
  const person = open();
  const all = await screen.findByRole('button', { name: 'Revoke all of…' });
  fireEvent.click(all);
  fireEvent.click(await screen.findByRole('button', { name: 'Revoke all of news.example' }));
  await screen.findByText('1 permission of news.example revoked. Annex asks again.', { selector: '.toast *' });
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(deedsOf(person, 'restoreGrant')).toHaveLength(1));
  expect(deedsOf(person, 'revoke')).toEqual([['g1']]);
});

test('adds a site by its address, asks Chrome within the click, and keeps one with a port', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Add a site' }));
  type('Address', 'chrome://settings');
  submit('Ask Chrome');
  await screen.findByText("This is one of the browser's own pages. Agents do not work there.");
  type('Address', 'shop.example:8080');
  submit('Ask Chrome');
  await card('shop.example:8080');
  expect([deedsOf(person, 'requestAccess'), deedsOf(person, 'setSite')]).toEqual([
    [[['https://shop.example:8080']]],
    [['https://shop.example:8080', {}]],
  ]);
});

test('gives the focus to the first box of a form that a press brought up', async () => {
  open();
  fireEvent.click(await screen.findByRole('button', { name: 'Add a site' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Address')));
});

test('says what became of a site that Chrome was refused, and leaves the address to be asked again', async () => {
  open({ chromeSays: false });
  fireEvent.click(await screen.findByRole('button', { name: 'Add a site' }));
  type('Address', 'shop.example');
  submit('Ask Chrome');
  await screen.findByText(/^Chrome has not let Annex in to shop\.example\. Nothing has changed/);
  expect((screen.getByLabelText('Address') as HTMLInputElement).value).toBe('shop.example');
});

test('looks for a site where there are many', async () => {
  const chromeAccess = Array.from({ length: 12 }, (_, at) => `https://site-${at}.example/*`);
  open({ chromeAccess });
  fireEvent.input(await screen.findByRole('searchbox'), { target: { value: 'site-11' } });
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
});

test('saves a secret of a site, shows its name only, and asks once more before it is gone', async () => {
  const person = open();
  const site = await card('mail.example');
  fireEvent.click(site.getByRole('button', { name: 'Add a secret' }));
  type('Name', 'mail "password"');
  type('Value', 'correct horse');
  submit('Save');
  await screen.findByText('A name has at most 80 characters and no quotation marks.');
  type('Name', ' mail  password ');
  submit('Save');
  await site.findByText('never used');
  expect(deedsOf(person, 'saveSecret')).toEqual([
    [{ site: 'https://mail.example', name: 'mail password', value: 'correct horse' }],
  ]);
  expect(document.body.innerHTML).not.toContain('correct horse');
  fireEvent.click(site.getByRole('button', { name: 'Remove mail password' }));
  expect(deedsOf(person, 'removeSecret')).toEqual([]);
  fireEvent.click(site.getByRole('button', { name: 'Remove for good' }));
  await waitFor(() => expect(deedsOf(person, 'removeSecret')).toHaveLength(1));
});

test('lets agents use numbers of this machine by a switch', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('checkbox', { name: /addresses of this machine/ }));
  expect(deedsOf(person, 'setLoopback')).toEqual([[true]]);
});
