import { catalogue } from '#lib/tools/catalogue.ts';
import { runOutputSchema } from '../annex/output-schema.ts';
import { toolsPage } from './tools-page.ts';

/** Every generated document: its text by its path in the repository. */
export function generated(): Record<string, string> {
  return {
    'docs/tools.md': toolsPage([...catalogue.values()]),
    'docs/schema/run-output.json': `${JSON.stringify(runOutputSchema(), null, 2)}\n`,
  };
}
