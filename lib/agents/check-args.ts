import type * as z from 'zod/mini';
import type { JsonObject } from '#lib/core/json.ts';
import type { ToolSpec } from '#lib/core/tool.ts';

export type CheckedArgs = { kind: 'fine'; args: JsonObject } | { kind: 'wrong'; message: string };

/** Parses arguments by their tool's schema; the message names each mistake by its place. */
export function checkArgs(spec: ToolSpec, args: unknown): CheckedArgs {
  const parsed = spec.args.safeParse(args);
  if (parsed.success) return { kind: 'fine', args: parsed.data };
  return { kind: 'wrong', message: `The arguments of ${spec.name} are wrong: ${issuesOf(parsed.error)}.` };
}

/** The issues of a failed parse in one sentence, at most five. */
export function issuesOf(error: z.core.$ZodError): string {
  const issues = error.issues.slice(0, 5).map(({ path, message }) => {
    const place = path.map(String).join('.');
    return place ? `"${place}": ${message}` : message;
  });
  return issues.join('; ');
}
