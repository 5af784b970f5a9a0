import * as z from 'zod/mini';
import type { Capability, Effect } from '#lib/core/call.ts';
import { delegation } from '#lib/core/delegation.ts';
import type { JsonObject } from '#lib/core/json.ts';
import { section } from '#lib/core/think.ts';
import type { ToolSpec } from '#lib/core/tool.ts';

const tab = z.int();
const mail = { subject: z.string().check(z.maxLength(1000)), body: z.string().check(z.minLength(1)) };

function tool(name: string, kind: [Capability, Effect], args: z.ZodMiniType<JsonObject>): ToolSpec {
  const [capability, effect] = kind;
  const words = () => ({ doing: `Doing ${name}`, did: `Did ${name}` });
  return { name, capability, effect, description: name, args, control: [], where: 'page', words, limitMs: 1000 };
}

/** Tools as the catalogue has them, as far as deciders look at them. */
export const testTools: ReadonlyMap<string, ToolSpec> = new Map(
  [
    tool('snapshot', ['read', 'read'], z.strictObject({ tab })),
    tool('read', ['read', 'read'], z.strictObject({ tab, url: z.optional(z.string()) })),
    tool('open_tab', ['read', 'read'], z.strictObject({ url: z.url() })),
    tool('click', ['act', 'act'], z.strictObject({ tab, ref: z.string() })),
    tool('read_selection', ['files', 'read'], z.strictObject({ index: z.int() })),
    tool('read_artifact', ['files', 'read'], z.strictObject({ artifact: z.string(), version: z.optional(z.number()) })),
    tool(
      'save_report',
      ['files', 'draft'],
      z.strictObject({
        title: z.string().check(z.minLength(1), z.maxLength(200)),
        sections: z.array(section).check(z.minLength(1)),
        notes: z.optional(z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(40))),
      }),
    ),
    tool('save_draft', ['files', 'draft'], z.strictObject({ to: z.array(z.string()), ...mail })),
    tool('compose', ['mail', 'draft'], z.strictObject({ tab, to: z.array(z.string()), ...mail })),
    tool('send', ['mail', 'send'], z.strictObject({ tab })),
    { ...tool('delegate', ['files', 'draft'], delegation), lasting: true },
    tool(
      'merge_artifacts',
      ['files', 'draft'],
      z.strictObject({
        how: z.string(),
        parts: z.array(z.object({ artifact: z.string(), version: z.optional(z.number()) })),
        notes: z.optional(z.array(z.string())),
      }),
    ),
    tool('save_table', ['files', 'draft'], z.strictObject({ title: z.string() })),
  ].map((spec) => [spec.name, spec]),
);
