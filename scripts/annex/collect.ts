import type { Page } from 'playwright-core';
import type { Approval } from '#lib/core/approval.ts';
import type { RunRow } from '#lib/core/run.ts';
import type { StoredVersion, Tree } from '../../entrypoints/driver/driver.ts';
import { type RunOutput, runOutput } from './output-schema.ts';

/** Gathers what came of a run. `since`: audit rows that belong to no run count from then on (ms since the epoch). */
export async function collect(driver: Page, tree: Tree, since: number): Promise<RunOutput> {
  const [root, ...children] = tree.rows;
  if (!root) throw new Error('The run is not in the list of runs.');
  const runs = tree.rows.map((row) => row.id);
  const artifacts = await driver.evaluate((runs) => globalThis.annex.artifactsOf(runs), runs);
  const grants = await driver.evaluate(() => globalThis.annex.grants());
  const audit = await driver.evaluate(() => globalThis.annex.audit());
  const own = audit.filter((row) => (row.run === undefined ? row.at >= since : runs.includes(row.run)));
  return runOutput.parse({
    run: runOf(root),
    children: children.map(runOf),
    artifacts: artifacts.map(artifactOf),
    approvals: tree.approvals.map(approvalOf),
    grants,
    audit: own.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0)),
  });
}

function runOf({ id, agent, status, reason, ...row }: RunRow) {
  const ms = (row.endedAt ?? Date.now()) - (row.startedAt ?? row.createdAt);
  const { steps, tokens, usd, unpriced, retryOf, forkOf, continues } = row;
  const from = { ...(retryOf && { retryOf }), ...(forkOf && { forkOf }), ...(continues && { continues }) };
  return { id, agent, state: status, reason, steps, tokens, usd, unpriced, ms, ...from };
}

function artifactOf({ artifact, version }: StoredVersion) {
  const citations = version.citations.map(({ id, url, title, quote, hash }) => ({ id, url, title, quote, hash }));
  const { content, provenance, title } = version;
  return { id: artifact.id, kind: artifact.kind, title, version: version.version, content, citations, provenance };
}

function approvalOf({ id, run, agent, tool, site, payload, reasons, answer, outcome }: Approval) {
  return {
    ...{ id, run, agent, tool, site, payload, reasons },
    answer: answer?.kind ?? null,
    ...(answer && { scope: answer.scope }),
    ...(answer?.edit && { edit: answer.edit }),
    outcome: outcome ?? null,
  };
}
