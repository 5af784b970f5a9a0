import { ensureBuilt } from './build.ts';
import { conclude, vitest } from './tally.ts';

// `npm run test:e2e -- name` runs the files whose path holds the name.
await ensureBuilt('shipped');
await ensureBuilt('driver');
conclude(await vitest(['--config', 'vitest.e2e.config.ts', ...process.argv.slice(2)], 'e2e'));
