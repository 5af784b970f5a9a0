import { cleanup, configure, render } from '@testing-library/preact';
import { onTestFinished, vi } from 'vitest';
import { createFakePerson, type FakeData, type FakePerson } from '../gallery/fake-person.ts';
import { App } from './app.tsx';
import { standInForPopovers } from './popover.test-support.ts';
import { createApp } from './state/app.ts';

// Chunks load when they are first needed, and a machine may be busy: what is waited for may take its time.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

/** The whole panel over a world of plain data. It is taken away after each test. */
export function renderPanel(data: Partial<FakeData>, hash = '#/', { wide = false } = {}): FakePerson {
  window.location.hash = hash;
  const person = createFakePerson(data);
  const app = createApp(person, { wide, win: window });
  const noPopovers = standInForPopovers(document);
  render(<App app={app} />);
  onTestFinished(() => {
    cleanup();
    noPopovers();
    app.dispose();
  });
  return person;
}

/** The deeds of one kind, in order. */
export const deedsOf = (person: FakePerson, name: FakePerson['deeds'][number]['name']) =>
  person.deeds.filter((deed) => deed.name === name).map((deed) => deed.args);
