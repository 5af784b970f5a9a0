import * as z from 'zod/mini';
import { json } from './json.ts';
import { label } from './label.ts';

export const artifactKind = z.enum(['report', 'draft', 'table']);
export type ArtifactKind = z.infer<typeof artifactKind>;

/** A quote that a claim rests on. `id` is the number shown in the text; `passage` the id under which the run read it; `hash` the SHA-256 of the quote, hex. */
export const citation = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  quote: z.string(),
  hash: z.string(),
  passage: z.string(),
  readAt: z.number(),
});
export type Citation = z.infer<typeof citation>;

/** Content of a report. A marker `[n]` in the text cites the citation with that id. */
export const reportContent = z.object({ markdown: z.string() });
export type ReportContent = z.infer<typeof reportContent>;

export const draftContent = z.object({ to: z.array(z.string()), subject: z.string(), body: z.string() });
export type DraftContent = z.infer<typeof draftContent>;

export const columnType = z.enum(['text', 'number', 'date', 'link']);
export type ColumnType = z.infer<typeof columnType>;
export const tableColumn = z.object({ id: z.string(), title: z.string(), type: columnType });
export type TableColumn = z.infer<typeof tableColumn>;

/** What stands in a cell, with the ids of the citations it rests on. `from`: which parts of a merge said so, counted from 1, where they do not agree. */
export const cellValue = z.object({
  value: z.union([z.string(), z.number()]),
  cites: z.array(z.string()),
  from: z.optional(z.array(z.int().check(z.positive()))),
});
export type CellValue = z.infer<typeof cellValue>;

/** Cells by column id: empty where nothing is known, with several values where the parts of a merge do not agree. `cites` are those of the whole row. */
export const tableRow = z.object({ cells: z.record(z.string(), z.array(cellValue)), cites: z.array(z.string()) });
export type TableRow = z.infer<typeof tableRow>;

export const tableContent = z.object({
  columns: z.array(tableColumn),
  rows: z.array(tableRow),
  notes: z.array(z.string()),
  /** Titles of what a merged table was made of, in the order in which `from` counts. */
  parts: z.optional(z.array(z.string())),
});
export type TableContent = z.infer<typeof tableContent>;

/** How artifacts become one: one under the other, rows by key, one of them, or written anew with their citations. */
export const mergeHow = z.enum(['append', 'union', 'choose', 'rewrite']);
export type MergeHow = z.infer<typeof mergeHow>;

export const provenance = z.object({
  by: z.enum(['agent', 'user']),
  run: z.optional(z.string()),
  agent: z.optional(z.string()),
  engine: z.optional(z.string()),
  /** Ids of the calls whose outcomes went in. */
  calls: z.array(z.string()),
  approvals: z.array(z.string()),
  inputs: z.array(z.object({ artifact: z.string(), version: z.number() })),
  /** How a merge made it of its inputs, and why so where that was said. */
  merge: z.optional(z.object({ how: mergeHow, reason: z.optional(z.string()) })),
});
export type Provenance = z.infer<typeof provenance>;

export const artifact = z.object({
  id: z.string(),
  kind: artifactKind,
  title: z.string(),
  /** The newest version. */
  version: z.int().check(z.positive()),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Artifact = z.infer<typeof artifact>;

/** An artifact as one run tells another of it. */
export const artifactRef = z.object({
  artifact: z.string(),
  version: z.int().check(z.positive()),
  kind: artifactKind,
  title: z.string(),
});
export type ArtifactRef = z.infer<typeof artifactRef>;

export const artifactVersion = z.object({
  artifact: z.string(),
  version: z.int().check(z.positive()),
  title: z.string(),
  content: json,
  /** SHA-256 of title and content, hex: a version exists only where this changed. */
  hash: z.string(),
  citations: z.array(citation),
  provenance,
  label,
  createdAt: z.number(),
});
export type ArtifactVersion = z.infer<typeof artifactVersion>;
