import '#lib/core/zod-setup.ts';
import { composePerson } from './compose.ts';
import { mount } from './mount.tsx';

const root = document.getElementById('app');
if (root) mount(root, composePerson(), { wide: false });
