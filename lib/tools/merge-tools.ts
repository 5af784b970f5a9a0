import * as z from 'zod/mini';
import { columnType, mergeHow } from '#lib/core/artifact.ts';
import { section } from '#lib/core/think.ts';
import { defineTool } from './define.ts';

const title = z.string().check(z.minLength(1), z.maxLength(200));
const notes = z.optional(z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(40)));
const cites = z.array(z.string()).check(z.maxLength(20));
const column = z.string().check(z.regex(/^[a-z][a-zA-Z0-9_]{0,39}$/));

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
      .array(z.strictObject({ id: column, title: z.string().check(z.minLength(1), z.maxLength(80)), type: columnType }))
      .check(z.minLength(1), z.maxLength(30)),
    rows: z
      .array(
        z.strictObject({
          cells: z.record(column, z.union([z.string().check(z.maxLength(2000)), z.number()])),
          cites,
          cellCites: z.optional(z.record(column, cites)),
        }),
      )
      .check(z.minLength(1), z.maxLength(500)),
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
    parts: z
      .array(z.object({ artifact: z.string(), version: z.optional(z.int().check(z.positive())) }))
      .check(z.maxLength(20)),
    title: z.optional(title),
    notes,
    key: z.optional(z.array(column).check(z.minLength(1), z.maxLength(4))),
    choice: z.optional(z.int().check(z.gte(1))),
    reason: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
    sections: z.optional(z.array(section).check(z.minLength(1), z.maxLength(40))),
  }),
  words: (args) => {
    const what = args.parts.length === 1 ? 'one part' : `${args.parts.length} parts`;
    return { doing: `Merging ${what}`, did: `Merged ${what}` };
  },
});
