import * as z from 'zod/mini';
import { section } from '#lib/core/think.ts';
import { defineTool } from './define.ts';

export const readSelection = defineTool({
  name: 'read_selection',
  capability: 'files',
  effect: 'read',
  where: 'annex',
  description: 'Reads a selection that the person handed over (counted from 0) as numbered passages.',
  args: z.strictObject({ index: z.int().check(z.gte(0), z.lte(50)) }),
  words: () => ({ doing: 'Reading the selection', did: 'Read the selection' }),
});

export const readArtifact = defineTool({
  name: 'read_artifact',
  capability: 'files',
  effect: 'read',
  where: 'annex',
  description: 'Reads an artifact (a report or a draft) that the person handed over or that this run made.',
  args: z.strictObject({ artifact: z.string(), version: z.optional(z.int().check(z.positive())) }),
  words: (args, names) => ({
    doing: `Reading "${names.artifact(args.artifact)}"`,
    did: `Read "${names.artifact(args.artifact)}"`,
  }),
});

export const saveReport = defineTool({
  name: 'save_report',
  capability: 'files',
  effect: 'draft',
  where: 'annex',
  description:
    'Saves a report. Every claim cites the passages it rests on by their ids (such as "s1p4"); an id that was not read is refused. Notes say what is missing or could not be read.',
  args: z.strictObject({
    title: z.string().check(z.minLength(1), z.maxLength(200)),
    sections: z.array(section).check(z.minLength(1), z.maxLength(40)),
    notes: z.optional(z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(40))),
  }),
  words: (args) => ({ doing: `Writing "${args.title}"`, did: `Saved the report "${args.title}"` }),
});

export const saveDraft = defineTool({
  name: 'save_draft',
  capability: 'files',
  effect: 'draft',
  where: 'annex',
  description: 'Keeps the words of a mail as a draft artifact, so that they outlast the page. Sends nothing.',
  args: z.strictObject({
    to: z.array(z.string()).check(z.maxLength(50)),
    subject: z.string().check(z.maxLength(1000)),
    body: z.string().check(z.minLength(1), z.maxLength(100_000)),
  }),
  words: (args) => ({ doing: `Keeping the draft "${args.subject}"`, did: `Kept the draft "${args.subject}"` }),
});
