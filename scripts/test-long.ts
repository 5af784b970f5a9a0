import { ensureBuilt } from './build.ts';
import { conclude, vitest } from './tally.ts';

// `npm run test:long -- name` runs the files whose path holds the name.
await ensureBuilt('driver');
conclude(await vitest(['--config', 'vitest.long.config.ts', ...process.argv.slice(2)], 'long'));
