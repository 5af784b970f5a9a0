import '#lib/core/zod-setup.ts';
import { render } from 'preact';
import { mount } from '../sidepanel/mount.tsx';
import { answered } from './data/alike.ts';
import { createFakePerson, type FakePerson } from './fake-person.ts';
import { GalleryIndex } from './gallery-index.tsx';
import { scenes } from './scenes.ts';

const root = document.getElementById('app');
const wanted = new URLSearchParams(location.search);
const scene = scenes.find((one) => one.name === wanted.get('scene'));

if (root && scene) {
  if (scene.offline) Object.defineProperty(navigator, 'onLine', { value: false });
  if (!location.hash) location.hash = scene.hash;
  const person = createFakePerson(scene.data(Date.now()), { opening: scene.opening ?? false });
  // Tests let one more question come while the pointer is somewhere: like the first one, or of the tool that they name.
  window.addEventListener('gallery-question', (event) => {
    const other = event instanceof CustomEvent && typeof event.detail === 'string' ? { tool: event.detail } : {};
    person.change(({ approvals }) => ({
      approvals: [...approvals, ...approvals.slice(0, 1).map((one) => ({ ...one, id: 'ap-new', ...other }))],
    }));
  });
  if (scene.answered) answerOnceDrawn(root, person, scene.answered);
  mount(root, person, { wide: wanted.has('wide') });
} else if (root) {
  render(<GalleryIndex />, root);
}

/** Cards show what came of a question only where it was seen open. */
function answerOnceDrawn(root: HTMLElement, person: FakePerson, kind: 'allow' | 'refuse'): void {
  const watch = new MutationObserver(() => {
    if (!root.querySelector('[data-approval]')) return;
    watch.disconnect();
    person.change(({ approvals }) => ({ approvals: answered(Date.now(), kind)(approvals) }));
  });
  watch.observe(root, { childList: true, subtree: true });
}
