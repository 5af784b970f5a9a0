import type { ToolSpec } from '#lib/core/tool.ts';
import { navigate, openTab } from './browser-tools.ts';
import { delegate } from './delegate-tool.ts';
import { compose, send } from './mail-tools.ts';
import { mergeArtifacts, saveTable } from './merge-tools.ts';
import { readArtifact, readSelection, saveDraft, saveReport } from './own-tools.ts';
import { click, fill, press, read, scroll, select, snapshot, waitFor } from './page-tools.ts';
import { proposeSchedule } from './schedule-tools.ts';

const all: readonly ToolSpec[] = [
  ...[snapshot, read, click, fill, select, press, scroll, waitFor],
  ...[navigate, openTab],
  ...[compose, send],
  ...[readSelection, readArtifact, saveReport, saveDraft, saveTable],
  ...[delegate, mergeArtifacts, proposeSchedule],
];

/** Every tool there is, by name. */
export const catalogue: ReadonlyMap<string, ToolSpec> = new Map(all.map((spec) => [spec.name, spec]));
