import { composeReport, type ReportPlan } from '#lib/artifacts/report.ts';
import { composeTable, type TablePlan } from '#lib/artifacts/table.ts';
import { saveTable } from '#lib/tools/merge-tools.ts';
import { saveDraft, saveReport } from '#lib/tools/own-tools.ts';
import { readPassages } from '../read-passages.ts';
import { failed } from '../runner.ts';
import { hashed, save, saved } from './save.ts';
import type { Work } from './work.ts';

export const saveReportWork: Work = async (context, ports) => {
  const plan = saveReport.args.parse(context.call.args) as unknown as ReportPlan;
  const report = composeReport(plan, readPassages(context.state));
  if (report.kind === 'refused') return failed(report.message);
  const { title, markdown } = report;
  const citations = await hashed(report.citations, ports);
  const version = await save(context, ports, { kind: 'report', title, content: { markdown }, citations });
  return saved(version, 'report', `Saved the report "${title}", ${citations.length} citations`);
};

export const saveTableWork: Work = async (context, ports) => {
  const plan = saveTable.args.parse(context.call.args) as unknown as TablePlan;
  const table = composeTable(plan, readPassages(context.state));
  if (table.kind === 'refused') return failed(table.message);
  const { title, content } = table;
  const citations = await hashed(table.citations, ports);
  const version = await save(context, ports, { kind: 'table', title, content, citations });
  return saved(version, 'table', `Saved the table "${title}", ${content.rows.length} rows`);
};

export const saveDraftWork: Work = async (context, ports) => {
  const content = saveDraft.args.parse(context.call.args);
  const title = String(content.subject) || 'Mail without a subject';
  const version = await save(context, ports, { kind: 'draft', title, content, citations: [] });
  return saved(version, 'draft', `Kept the draft "${title}"`);
};
