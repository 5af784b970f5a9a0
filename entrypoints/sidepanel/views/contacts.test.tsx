// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Contact } from '#lib/core/contact.ts';
import { freshWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const contactOf = (name: string, address: string, from: Contact['from'] = 'hand'): Contact => ({
  ...{ id: address, name, address, from, createdAt: Date.now() },
});
const mira = contactOf('Mira Okafor', 'mira@example.org');
const open = (contacts: Contact[] = [mira, contactOf('', 'jon@example.org', 'approval')]) =>
  renderPanel({ ...freshWorld(), contacts }, '#/contacts');
const names = async () =>
  within(await screen.findByRole('list', { name: 'Contacts' }))
    .getAllByRole('listitem')
    .map((one) => one.querySelector('.row-title')?.textContent);
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const hand = async (...parts: string[]) => {
  const file = new File(parts, 'people.vcf', { type: 'text/vcard' });
  fireEvent.change(await screen.findByLabelText('Import vCards'), { target: { files: [file] } });
};
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\n');

test('says why contacts matter and that none is taken from pages while there are none', async () => {
  open([]);
  await screen.findByText(/What goes to people in this list asks less.*Nothing is taken from pages/);
});

test('finds people by name and by address', async () => {
  open();
  expect(await names()).toEqual(['Mira Okafor', 'jon@example.org']);
  fireEvent.input(screen.getByRole('searchbox', { name: 'Find a contact' }), { target: { value: 'okafor' } });
  await waitFor(async () => expect(await names()).toEqual(['Mira Okafor']));
});

test('adds a person by hand, and says what is wrong with an address first', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Add a person' }));
  const save = screen.getByRole('button', { name: 'Add to contacts' });
  type('Name', ' Ada ');
  type('Mail address', 'ada at example');
  fireEvent.click(save);
  await screen.findByText('"ada at example" is not a mail address. One looks like mira@example.org.');
  type('Mail address', 'MIRA@example.org');
  fireEvent.click(save);
  await screen.findByText('MIRA@example.org is in your contacts already.');
  type('Mail address', 'ada@example.org');
  fireEvent.click(save);
  await waitFor(async () => expect(await names()).toContain('Ada'));
  expect(deedsOf(person, 'addContacts')).toEqual([[[{ name: 'Ada', address: 'ada@example.org', from: 'hand' }]]]);
});

test('removes at once and puts the very row back on Undo', async () => {
  const person = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Remove Mira Okafor' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect([deedsOf(person, 'removeContact'), deedsOf(person, 'restoreContact')]).toEqual([[[mira.id]], [[mira]]]);
});

test('imports a file, says what was left out, and takes only what came with it back on Undo', async () => {
  const person = open();
  await hand(
    card('FN:Ada', 'EMAIL:ada@example.org', 'EMAIL:mira@example.org'),
    card('FN:Nobody'),
    card('EMAIL:odd one'),
    'BEGIN:VCARD\nEMAIL:cut@exam',
  );
  await screen.findByText(
    '1 address added. 1 was here already. 1 card had no mail address. Not a mail address: odd one. The file ends in the middle of a card, which was left out.',
  );
  expect(deedsOf(person, 'addContacts')).toEqual([[[{ name: 'Ada', address: 'ada@example.org', from: 'vcard' }]]]);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await names()).toEqual(['Mira Okafor', 'jon@example.org']));
});

test('changes nothing by a file that is no vCard, or too large', async () => {
  const person = open();
  await hand('<html>no cards</html>');
  await screen.findByText(/^There is no vCard in this file\. Nothing was changed\./);
  const file = new File([], 'people.vcf');
  Object.defineProperty(file, 'size', { value: 80 * 1024 * 1024 });
  fireEvent.change(screen.getByLabelText('Import vCards'), { target: { files: [file] } });
  await screen.findByText(/^This file has 80 MB; 25 MB is the most/);
  expect(deedsOf(person, 'addContacts')).toEqual([]);
});
