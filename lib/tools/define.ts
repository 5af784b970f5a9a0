import * as z from 'zod';
import type { JsonObject } from '#lib/core/json.ts';
import type { CallWords, Names, ToolSpec } from '#lib/core/tool.ts';

type Definition<Args extends JsonObject> = Omit<ToolSpec, 'args' | 'words' | 'limitMs' | 'control'> & {
  args: z.ZodType<Args>;
  words: (args: Args, names: Names) => CallWords;
  control?: readonly string[];
  limitMs?: number;
};

/** Declares a tool; the words are typed by its arguments, and arguments that do not parse get the plain name. */
export function defineTool<Args extends JsonObject>(definition: Definition<Args>): ToolSpec {
  return {
    control: [],
    limitMs: 15_000,
    ...definition,
    words: (args, names) => {
      const parsed = definition.args.safeParse(args);
      return parsed.success ? definition.words(parsed.data, names) : { doing: definition.name, did: definition.name };
    },
  };
}

export const tab = z.number().int().describe('Id of the tab.');
export const ref = z.string().max(40).describe('A ref from the newest snapshot of that tab, such as "e12".');
