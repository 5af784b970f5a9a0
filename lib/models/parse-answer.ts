import type * as z from 'zod/mini';

export type ParsedAnswer<T> = { ok: true; answer: T } | { ok: false; message: string };

/** Reads a model's JSON answer: thoughts, code fences and words around it are passed over. The message tells how to mend it. */
export function parseAnswer<T>(text: string, schema: z.ZodMiniType<T>): ParsedAnswer<T> {
  const found = jsonIn(text.replace(/^\s*<think>[\s\S]*?<\/think>/i, ''));
  if (found === undefined) {
    const cause = text.trim() === '' ? 'The answer was empty.' : 'The answer is no complete JSON object.';
    return { ok: false, message: `${cause} Answer with one JSON object and nothing else.` };
  }
  const result = schema.safeParse(found.value);
  if (result.success) return { ok: true, answer: result.data };
  const faults = result.error.issues.slice(0, 4).map((issue) => `${at(issue.path)}: ${issue.message}`);
  return {
    ok: false,
    message: `The JSON does not have the shape that was asked for. ${faults.join('; ')}. Mend this and answer again.`,
  };
}

const at = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? 'the whole' : `/${path.map(String).join('/')}`;

/** The first object that parses, from any opening brace; the text up to its closing brace is taken. */
function jsonIn(text: string): { value: unknown } | undefined {
  let tries = 0;
  for (let start = text.indexOf('{'); start >= 0 && tries < 20; start = text.indexOf('{', start + 1), tries++) {
    const end = closing(text, start);
    if (end === undefined) continue;
    const value = parsed(text.slice(start, end + 1));
    if (value !== undefined) return { value };
  }
  return undefined;
}

function closing(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let index = start; index < text.length; index++) {
    const sign = text[index];
    if (quoted) {
      if (sign === '\\') index++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') depth++;
    else if ((sign === '}' || sign === ']') && --depth === 0) return index;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
