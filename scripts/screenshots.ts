import '#lib/core/zod-setup.ts';
import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { launch } from './browser/launch.ts';
import { ROOT } from './command.ts';
import { takeViews } from './screenshots/views.ts';
import { mainJob } from './start/main-job.ts';
import { openDemo } from './start/open-demo.ts';

// `npm run screenshots` takes the three pictures that the README shows from the main job itself, and every view in every
// state, narrow and wide, light and dark, for a person to look at; `npm run screenshots -- readme` takes the three only.
const README = join(ROOT, 'docs', 'pictures');
const VIEWS = join(ROOT, '.cache', 'pictures');
const MOST_BYTES = 150 * 1024;

async function takeReadme(): Promise<boolean> {
  const demo = await openDemo();
  const launched = await launch({ flavour: 'driver' });
  try {
    const job = await mainJob({ demo, launched, folder: README, say: () => {} });
    if (job.kind === 'failed') {
      console.log(`The main job did not succeed: ${job.run.reason}`);
      return false;
    }
    const sizes = job.pictures.map((file) => ({ file: relative(ROOT, file), bytes: statSync(file).size }));
    for (const { file, bytes } of sizes) console.log(`${file}  ${Math.round(bytes / 1024)} KB`);
    return sizes.every(({ bytes }) => bytes <= MOST_BYTES);
  } finally {
    await launched.close();
    await demo.close();
  }
}

if (!(await takeReadme())) {
  console.log(`A picture is missing, or larger than ${MOST_BYTES / 1024} KB.`);
  process.exitCode = 1;
} else if (process.argv[2] !== 'readme') {
  console.log(`${relative(ROOT, VIEWS)}  ${await takeViews(VIEWS)} pictures`);
}
