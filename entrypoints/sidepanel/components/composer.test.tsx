// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { grantsPage, handed, kestrel } from '../../gallery/data/tabs.ts';
import { calmWorld, freshWorld } from '../../gallery/data/world.ts';
import { deedsOf, renderPanel } from '../panel.test-support.tsx';

const now = Date.now();
const box = () => screen.findByRole('textbox', { name: 'What should be done?' });
const write = async (text: string) => fireEvent.input(await box(), { target: { value: text } });
const chips = () => screen.getByRole('list', { name: 'Handed over with the task' }).textContent;

test('asks Chrome for the sites of the chips within the key press, then starts', async () => {
  const person = renderPanel(freshWorld());
  await write('Compare');
  fireEvent.keyDown(await box(), { key: 'Enter' });
  expect(person.deeds).toEqual([{ name: 'requestAccess', args: [['https://news.example']] }]);
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/run\//));
  expect(deedsOf(person, 'start')).toEqual([
    [{ agent: 'researcher', task: 'Compare', inputs: [handed(kestrel)], engine: 'basic' }],
  ]);
});

test('asks Chrome nothing where it lets Annex in already', async () => {
  const person = renderPanel({ ...freshWorld(), chromeAccess: ['https://*/*'] });
  await write('Compare');
  fireEvent.click(screen.getByRole('button', { name: 'Start' }));
  await waitFor(() => expect(deedsOf(person, 'start')).toHaveLength(1));
  expect(deedsOf(person, 'requestAccess')).toEqual([]);
});

test('starts nothing when Chrome is told no, and offers the site by name', async () => {
  const person = renderPanel({ ...freshWorld(), chromeSays: false });
  await write('Compare');
  fireEvent.keyDown(await box(), { key: 'Enter' });
  const allow = await screen.findByRole('button', { name: 'Allow news.example' });
  expect(deedsOf(person, 'start')).toEqual([]);
  person.change({ chromeSays: true });
  fireEvent.click(allow);
  await waitFor(() => expect(deedsOf(person, 'start')).toHaveLength(1));
});

test('writes a new line on Shift and Enter', async () => {
  const person = renderPanel(freshWorld());
  await write('Compare');
  fireEvent.keyDown(await box(), { key: 'Enter', shiftKey: true });
  expect(person.deeds).toEqual([]);
});

test('keeps the chip of the tab that was in front when the writing began', async () => {
  const person = renderPanel(freshWorld());
  await screen.findByText(kestrel.title);
  await write('Compare');
  person.change({
    tabs: [
      { ...grantsPage, active: true },
      { ...kestrel, active: false },
    ],
  });
  expect(chips()).toContain(kestrel.title);
});

test('follows the tab in front while nothing is written, and lets it be removed', async () => {
  const person = renderPanel(freshWorld());
  await screen.findByText(kestrel.title);
  person.change({ tabs: [{ ...grantsPage, active: true }] });
  fireEvent.click(await screen.findByRole('button', { name: `Remove ${grantsPage.title}` }));
  await waitFor(() => expect(chips()).toBe(''));
});

test('takes a right click into chips and agent, and takes it once', async () => {
  const inputs = [
    { kind: 'selection' as const, text: 'A third of the energy', url: kestrel.url, title: kestrel.title, tab: 11 },
  ];
  const person = renderPanel(
    { ...calmWorld(now), handoffs: [{ id: 'h1', agent: 'correspondent', task: '', inputs, at: now }] },
    '#/library',
  );
  await box();
  await waitFor(() => expect(chips()).toContain('A third of the energy'));
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Agent' }).value).toBe('correspondent');
  expect(deedsOf(person, 'takeHandoff')).toEqual([['h1']]);
});

test('adds a right click to the task that is being written', async () => {
  const person = renderPanel(calmWorld(now));
  fireEvent.input(await box(), { target: { value: 'Compare' } });
  const inputs = [
    { kind: 'selection' as const, text: 'A third of the energy', url: kestrel.url, title: kestrel.title, tab: 11 },
  ];
  person.change({ handoffs: [{ id: 'h2', agent: 'correspondent', task: '', inputs, at: now }] });
  await waitFor(() => expect(chips()).toContain('A third of the energy'));
  expect(chips()).toContain(kestrel.title);
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Agent' }).value).toBe('researcher');
});

test('reads the page in front with one press before the first run', async () => {
  const person = renderPanel(freshWorld());
  fireEvent.click(await screen.findByRole('button', { name: 'Read this page and write a brief' }));
  expect(deedsOf(person, 'requestAccess')).toEqual([[['https://news.example']]]);
  await waitFor(() => expect(deedsOf(person, 'start')).toHaveLength(1));
});

test('takes an omnibox line as the task, with the tab in front', async () => {
  const handoff = { id: 'h1', agent: 'researcher', task: 'Compare these', inputs: [handed(kestrel)], at: now };
  renderPanel({ ...calmWorld(now), handoffs: [handoff] });
  await screen.findByDisplayValue('Compare these');
  expect(chips()).toContain(kestrel.title);
});

test('takes the focus for a starter, and never again when the person only comes back', async () => {
  renderPanel(calmWorld(now));
  fireEvent.click(await screen.findByRole('button', { name: 'Brief me' }));
  const first = await box();
  await waitFor(() => expect(document.activeElement).toBe(first));
  window.location.hash = '#/library';
  await screen.findByRole('heading', { name: 'Library' });
  window.location.hash = '#/';
  expect(document.activeElement).not.toBe(await box());
});
