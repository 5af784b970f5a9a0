import { render } from 'preact';
import type { Person } from '#lib/core/person.ts';
import { App } from './app.tsx';
import { createApp } from './state/app.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/rows.css';
import './styles/composer.css';
import './styles/overlay.css';
import './styles/wide.css';

/** Draws Annex into an element for a person: narrow in the panel, wide in a tab. Returns what takes it away again. */
export function mount(element: HTMLElement, person: Person, { wide }: { wide: boolean }): () => void {
  const app = createApp(person, { wide, win: window });
  element.ownerDocument.documentElement.toggleAttribute('data-wide', wide);
  render(<App app={app} />, element);
  return () => {
    render(null, element);
    app.dispose();
  };
}
