import * as z from 'zod';
import { section } from '#lib/core/think.ts';
import { defineTool } from './define.ts';

export const readSelection = defineTool({
  name: 'read_selection',
  capability: 'files',
  effect: 'read',
  where: 'annex',
  description: 'Reads a selection that the person handed over (counted from 0) as numbered passages.',
  args: z.strictObject({ index: z.number().int().min(0).max(50) }),
  words: () => ({ doing: 'Reading the selection', did: 'Read the selection' }),
});

export const readArtifact = defineTool({
  name: 'read_artifact',
  capability: 'files',
  effect: 'read',
  where: 'annex',
  description: 'Reads an artifact (a report or a draft) that the person handed over or that this run made.',
  args: z.strictObject({ artifact: z.string(), version: z.number().int().positive().optional() }),
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
    title: z.string().min(1).max(200),
    sections: z.array(section).min(1).max(40),
    notes: z.array(z.string().max(1000)).max(40).optional(),
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
    to: z.array(z.string()).max(50),
    subject: z.string().max(1000),
    body: z.string().min(1).max(100_000),
  }),
  words: (args) => ({ doing: `Keeping the draft "${args.subject}"`, did: `Kept the draft "${args.subject}"` }),
});
