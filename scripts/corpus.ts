import '#lib/core/zod-setup.ts';
import { parseArgs } from 'node:util';
import { readAnswers } from './annex/answers.ts';
import { readEngine } from './annex/engine-option.ts';
import { fromCaller } from './annex/usage.ts';
import { launch } from './browser/launch.ts';
import { type GroupResult, readGroup } from './corpus/read-group.ts';
import { servePages } from './corpus/serve.ts';
import { tableOf } from './corpus/table.ts';

const USAGE = `Runs the Researcher over saved pages, five at a time, and looks up every quote in the text that the browser shows.

  npm run corpus -- DIR [NAME…] [--task TEXT] [--show]

  DIR          a folder of DIR/NAME/source.html
  NAME…        only these of them
  --task TEXT  what each run is asked; "Brief me on what these pages say." if not said
  --show       prints the reports too`;

const TOGETHER = 5;
/** Saved pages call for scripts and pictures of sites that have nothing to do with this. */
const NOWHERE_ELSE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE 127.0.0.1';

async function main(argv: string[]): Promise<number> {
  const options = { task: { type: 'string' }, show: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const [folder, ...only] = positionals;
  if (folder === undefined) return refuse(USAGE);
  const pages = await servePages(fromCaller(folder));
  const names = only.length > 0 ? only : pages.names;
  const missing = names.filter((name) => !pages.names.includes(name));
  if (names.length === 0 || missing.length > 0) {
    await pages.close();
    return refuse(
      `No source.html stands in ${missing.map((name) => `${folder}/${name}`).join(', ') || `a folder of ${folder}`}.`,
    );
  }
  const launched = await launch({ flavour: 'driver', args: [NOWHERE_ELSE] });
  const results: GroupResult[] = [];
  try {
    for (let at = 0; at < names.length; at += TOGETHER) {
      const group = names.slice(at, at + TOGETHER);
      const result = await readGroup(launched, group, {
        agent: 'researcher',
        task: values.task ?? 'Brief me on what these pages say.',
        open: group.map((name) => `${pages.origin}/${encodeURIComponent(name)}`),
        allow: [{ site: pages.origin, capabilities: ['read'] }],
        engine: readEngine('basic', undefined, undefined),
        answer: readAnswers('none'),
        inputs: [],
        timeoutMs: 120_000,
        json: true,
        headed: false,
      });
      console.error(`${result.state} in ${result.ms} ms: ${group.join(', ')}`);
      if (values.show) console.log(`${result.markdown}\n`);
      results.push(result);
    }
  } finally {
    await launched.close();
    await pages.close();
  }
  console.log(tableOf(results).join('\n'));
  return results.every((one) => one.state === 'succeeded' && one.astray.length === 0) ? 0 : 1;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
