import * as z from 'zod/mini';
import type { AgentPackage } from '#lib/core/agent.ts';
import type { ChatTool } from '#lib/core/chat.ts';
import { type JsonObject, jsonObject } from '#lib/core/json.ts';
import type { ToolSpec } from '#lib/core/tool.ts';

/** The tools of a package that exist, as a model is told of them, in the package's order. */
export function chatTools(agent: Pick<AgentPackage, 'tools'>, tools: ReadonlyMap<string, ToolSpec>): ChatTool[] {
  return agent.tools.flatMap((name) => {
    const spec = tools.get(name);
    return spec ? [{ name, description: spec.description, parameters: parametersOf(spec) }] : [];
  });
}

/** Schemas by what they were made from: the same tools are told in every turn. */
const shapes = new WeakMap<ToolSpec['args'], JsonObject>();

/** The arguments of a tool as a JSON Schema. */
export function parametersOf({ args }: Pick<ToolSpec, 'args'>): JsonObject {
  const known = shapes.get(args);
  if (known) return known;
  const { $schema: _, ...shape } = jsonObject.parse(JSON.parse(JSON.stringify(z.toJSONSchema(args, { io: 'input' }))));
  shapes.set(args, shape);
  return shape;
}
