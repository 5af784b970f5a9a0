import type { Outcome } from '#lib/core/call.ts';
import type { ToolRunner } from '#lib/core/ports.ts';
import type { CallContext, Situation } from '#lib/core/tool.ts';
import { PageUnreachable } from '#lib/platform/page-link.ts';

export type Settled = Parameters<ToolRunner['run']>[1];
export type Runner = ToolRunner;

export const gone = (message: string): Situation => ({ kind: 'gone', message });
export const failed = (message: string): Outcome => ({ kind: 'failed', message });

/** An argument that the tool's schema has made sure of. */
export function numberOf({ call }: CallContext, name: string): number {
  return Number(call.args[name]);
}

/** Runs with the tool's own limit; the signal ends with the run's stop or when time is up. */
export async function within<T>(
  context: CallContext,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const both = AbortSignal.any([signal, AbortSignal.timeout(context.spec.limitMs)]);
  return Promise.race([
    work(both),
    new Promise<never>((_, reject) => {
      both.addEventListener('abort', () => reject(both.reason), { once: true });
    }),
  ]);
}

/** By where a tool runs, the runner that runs it. What throws under way in an act or a send is thrown on: it may have happened, and the broker says so. */
export function createRunners(runners: Record<CallContext['spec']['where'], Runner>): ToolRunner {
  return {
    look: (context) =>
      runners[context.spec.where].look(context).catch((error: unknown) => gone(sentence(context, error))),
    run: (context, settled) =>
      runners[context.spec.where].run(context, settled).catch((error: unknown): Outcome => {
        const message = sentence(context, error);
        const { effect } = context.spec;
        // Broken off by the person: what that leaves of the call is for the broker to say.
        if (settled.signal.aborted && !(error instanceof PageUnreachable)) throw error;
        if (effect === 'read' || effect === 'draft' || error instanceof PageUnreachable) return failed(message);
        throw new Error(message, { cause: error });
      }),
  };
}

function sentence({ spec }: CallContext, error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `${spec.name} did not end within ${Math.round(spec.limitMs / 1000)} s.`;
  return error instanceof Error
    ? `${spec.name} could not be done: ${error.message}`
    : `${spec.name} could not be done.`;
}
