import type { Outcome } from '#lib/core/call.ts';
import type { Artifacts } from '#lib/core/ports.ts';
import type { CallContext } from '#lib/core/tool.ts';
import type { ProposePorts } from './propose-work.ts';

export type AnnexPorts = { artifacts: Artifacts; hash: (text: string) => Promise<string> } & ProposePorts;

/** What one tool of Annex's own space does. */
export type Work = (context: CallContext, ports: AnnexPorts) => Promise<Outcome>;
