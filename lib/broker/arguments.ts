import * as z from 'zod/mini';
import type { Json, JsonObject } from '#lib/core/json.ts';
import type { ToolSpec } from '#lib/core/tool.ts';

type ParsedArguments = { kind: 'fine'; args: JsonObject } | { kind: 'wrong'; message: string };

/** Parses the arguments of a call; the message names each mistake, what is expected, and how to mend it. */
export function parseArguments(spec: ToolSpec, args: JsonObject): ParsedArguments {
  if (isDeep(args))
    return {
      kind: 'wrong',
      message: `The arguments for tool ${spec.name} are nested too deep. Make them flat and call again.`,
    };
  const parsed = spec.args.safeParse(args);
  if (parsed.success) return { kind: 'fine', args: parsed.data };
  const issues = parsed.error.issues.slice(0, 5).map((issue) => sentenceOf(spec, issue));
  return { kind: 'wrong', message: `${issues.join(' ')} Expected: ${expected(spec)}. Mend it and call again.` };
}

/** More than any tool takes, and less than what overflows a parser that calls itself. */
const DEEPEST = 64;

function isDeep(args: JsonObject): boolean {
  let level: Json[] = [args];
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

function sentenceOf(spec: ToolSpec, issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const names = [...(place ? [`${place}:`] : []), issue.keys.join(', ')].join(' ');
    return `Unknown ${issue.keys.length === 1 ? 'argument' : 'arguments'} for tool ${spec.name}: ${names}.`;
  }
  return `Wrong argument for tool ${spec.name}: ${place ? `${place}: ` : ''}${issue.message}.`;
}

/** Names of the arguments, those that may be left out marked with "?". */
function expected({ args }: ToolSpec): string {
  if (!(args instanceof z.ZodMiniObject)) return 'an object';
  const shape: Record<string, z.core.$ZodType> = args.shape;
  const names = Object.entries(shape).map(([name, type]) => (z.safeParse(type, undefined).success ? `${name}?` : name));
  return names.join(', ') || 'no arguments';
}
