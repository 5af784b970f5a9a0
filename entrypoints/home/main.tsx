import '#lib/core/zod-setup.ts';
import { composePerson } from '../sidepanel/compose.ts';
import { mount } from '../sidepanel/mount.tsx';

const root = document.getElementById('app');
if (root) mount(root, composePerson(), { wide: true });
