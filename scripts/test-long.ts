import { ensureBuilt } from './build.ts';
import { add, conclude, vitest } from './tally.ts';

// Every case of what the end-to-end tests try a few of each class, and what only stands here.
// `npm run test:long -- name` runs the files whose path holds the name.
const names = process.argv.slice(2);
await ensureBuilt('shipped');
await ensureBuilt('driver');
process.env.ANNEX_EVERY_CASE = '1';
const some = names.length > 0 ? [...names, '--passWithNoTests'] : [];
const every = names.length > 0 ? some : ['tests/e2e/hostile', 'many-runs', 'panel-views'];
const hostile = await vitest(['--config', 'vitest.e2e.config.ts', ...every], 'every');
conclude(add(hostile, await vitest(['--config', 'vitest.long.config.ts', ...some], 'long')));
