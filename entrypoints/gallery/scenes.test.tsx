// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { App } from '../sidepanel/app.tsx';
import { createApp } from '../sidepanel/state/app.ts';
import { createFakePerson } from './fake-person.ts';
import { scenes } from './scenes.ts';

test.each(scenes)('draws "$title" narrow and wide, and ends every subscription', async (scene) => {
  for (const wide of [false, true]) {
    window.location.hash = scene.hash;
    const person = createFakePerson(scene.data(Date.now()), { opening: scene.opening ?? false });
    const app = createApp(person, { wide, win: window });
    const { container } = render(<App app={app} />);
    expect(container.querySelector('main')?.textContent || container.querySelector('.skeleton')).toBeTruthy();
    cleanup();
    app.dispose();
    await waitFor(() => expect(person.watched()).toBe(0));
  }
});
