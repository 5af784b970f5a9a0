import * as z from 'zod';
import { columnType, mergeHow } from '#lib/core/artifact.ts';
import { section } from '#lib/core/think.ts';
import { defineTool } from './define.ts';

const title = z.string().min(1).max(200);
const notes = z.array(z.string().max(1000)).max(40).optional();
const cites = z.array(z.string()).max(20);
const column = z.string().regex(/^[a-z][a-zA-Z0-9_]{0,39}$/);

export const saveTable = defineTool({
  name: 'save_table',
  capability: 'files',
  effect: 'draft',
  where: 'annex',
  description:
    'Saves a table. Columns have a type (text, number, date, link); rows cite the passages they rest on by their ids (such as "s1p4"), single cells in `cellCites`. An id that was not read is refused.',
  args: z.strictObject({
    title,
    columns: z
      .array(z.strictObject({ id: column, title: z.string().min(1).max(80), type: columnType }))
      .min(1)
      .max(30),
    rows: z
      .array(
        z.strictObject({
          cells: z.record(column, z.union([z.string().max(2000), z.number()])),
          cites,
          cellCites: z.record(column, cites).optional(),
        }),
      )
      .min(1)
      .max(500),
    notes,
  }),
  words: (args) => ({ doing: `Writing the table "${args.title}"`, did: `Saved the table "${args.title}"` }),
});

export const mergeArtifacts = defineTool({
  name: 'merge_artifacts',
  capability: 'files',
  effect: 'draft',
  where: 'annex',
  description: [
    'Makes one artifact of several, which stay as they are. `how` says in which way:',
    '`append` puts reports (and tables) under one another, citations and all;',
    '`union` makes one table of tables, rows with the same `key` columns become one, cells that do not agree keep every value with who said so;',
    '`choose` takes part number `choice` (from 1) for a `reason`;',
    '`rewrite` writes a new report from `sections`, whose claims cite the citations of the parts: "2.3" is citation [3] of the second part.',
  ].join(' '),
  args: z.strictObject({
    how: mergeHow,
    parts: z.array(z.object({ artifact: z.string(), version: z.number().int().positive().optional() })).max(20),
    title: title.optional(),
    notes,
    key: z.array(column).min(1).max(4).optional(),
    choice: z.number().int().min(1).optional(),
    reason: z.string().min(1).max(500).optional(),
    sections: z.array(section).min(1).max(40).optional(),
  }),
  words: (args) => {
    const what = args.parts.length === 1 ? 'one part' : `${args.parts.length} parts`;
    return { doing: `Merging ${what}`, did: `Merged ${what}` };
  },
});
