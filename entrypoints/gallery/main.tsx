import '#lib/core/zod-setup.ts';
import { render } from 'preact';
import { mount } from '../sidepanel/mount.tsx';
import { createFakePerson } from './fake-person.ts';
import { GalleryIndex } from './gallery-index.tsx';
import { scenes } from './scenes.ts';

const root = document.getElementById('app');
const wanted = new URLSearchParams(location.search);
const scene = scenes.find((one) => one.name === wanted.get('scene'));

if (root && scene) {
  if (scene.offline) Object.defineProperty(navigator, 'onLine', { value: false });
  if (!location.hash) location.hash = scene.hash;
  const person = createFakePerson(scene.data(Date.now()), { opening: scene.opening ?? false });
  // Tests let one more question come while the pointer is somewhere.
  window.addEventListener('gallery-question', () =>
    person.change(({ approvals }) => ({
      approvals: [...approvals, ...approvals.slice(0, 1).map((one) => ({ ...one, id: 'ap-new', run: 'run-new' }))],
    })),
  );
  mount(root, person, { wide: wanted.has('wide') });
} else if (root) {
  render(<GalleryIndex />, root);
}
