import { createDelegateRunner, type DelegatePorts } from './annex/delegate-runner.ts';
import { mergeWork } from './annex/merge-work.ts';
import { lookAtProposal, proposeWork } from './annex/propose-work.ts';
import { readArtifactWork, readSelectionWork } from './annex/read-works.ts';
import { saveDraftWork, saveReportWork, saveTableWork } from './annex/save-works.ts';
import type { AnnexPorts, Work } from './annex/work.ts';
import { failed, type Runner } from './runner.ts';

/** Runs the tools of Annex's own space: selections handed over, artifacts read, saved and merged, work handed on. */
export function createAnnexRunner(ports: AnnexPorts & { delegation: DelegatePorts }): Runner {
  const delegate = createDelegateRunner(ports.delegation);
  const works: Record<string, Work> = {
    read_selection: readSelectionWork,
    read_artifact: readArtifactWork,
    save_report: saveReportWork,
    save_draft: saveDraftWork,
    save_table: saveTableWork,
    merge_artifacts: mergeWork,
    propose_schedule: proposeWork,
  };
  return {
    look: async (context) => {
      if (context.spec.lasting) return delegate.look(context);
      if (context.spec.name === 'propose_schedule') return lookAtProposal(context, ports);
      return { kind: 'found', site: 'annex', reachable: true, url: '', title: '' };
    },
    run: async (context, settled) =>
      context.spec.lasting
        ? delegate.run(context, settled)
        : ((await works[context.spec.name]?.(context, ports)) ?? failed(`Annex has no "${context.spec.name}".`)),
  };
}
