import * as z from 'zod/mini';
import type { JsonObject } from '#lib/core/json.ts';
import type { CallWords, Names, ToolSpec } from '#lib/core/tool.ts';

type Definition<Args extends JsonObject> = Omit<ToolSpec, 'args' | 'words' | 'limitMs' | 'control'> & {
  args: z.ZodMiniType<Args>;
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

export const tab = z.int().check(z.describe('Id of the tab.'));
export const ref = z
  .string()
  .check(z.maxLength(40), z.describe('A ref from the newest snapshot of that tab, such as "e12".'));
