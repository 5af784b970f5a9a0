import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { jsonObject } from '#lib/core/json.ts';

const step = z.object({ tool: z.string(), args: jsonObject, output: z.union([z.string(), z.null()]) });
const task = z.object({ id: z.string(), text: z.string(), steps: z.array(step) });

/** Recorded tool calls: `tools` are the consequential ones with their control arguments, every other tool is a read. */
const recorded = z.object({
  tools: z.record(
    z.string(),
    z.object({ effect: z.string(), control: z.array(z.string()), external: z.optional(z.boolean()) }),
  ),
  suites: z.record(z.string(), z.object({ user_tasks: z.array(task), injection_tasks: z.array(task) })),
});
export type Recorded = z.infer<typeof recorded>;
export type RecordedTask = z.infer<typeof task>;
export type RecordedStep = z.infer<typeof step>;

/** Reads a file of recorded calls. Throws, in words, where it is none. */
export function readRecorded(file: string): Recorded {
  const parsed = recorded.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${file} holds no recorded calls (${why.join('; ')}).`);
}
