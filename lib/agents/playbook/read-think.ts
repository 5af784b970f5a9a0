import * as z from 'zod/mini';
import { isJsonObject, type Json } from '#lib/core/json.ts';
import type { Label } from '#lib/core/label.ts';
import { isSamePage } from '#lib/core/site.ts';
import { type Material, material, type ThinkRequest, thinkRequest } from '#lib/core/think.ts';
import { issuesOf } from '../check-args.ts';
import { type Bound, below, itemsOf, jsonOf, labelOf } from './bound.ts';

/** A question as its template gives it; `labels` by material id. */
export type ReadThink =
  | { kind: 'think'; think: ThinkRequest; question: Label; labels: Map<string, Label> }
  | { kind: 'empty' }
  | { kind: 'unformed'; message: string };

const bare = z.object(material.shape);

/** Reads a question from a resolved template. Blank pieces, repeated ids, repeated links and links to pages in `visited` are left out. */
export function readThink(bound: Bound | undefined, visited: readonly string[]): ReadThink {
  const template = bound && jsonOf(bound);
  if (!bound || !isJsonObject(template))
    return { kind: 'unformed', message: 'The question of the playbook is no object.' };
  const list = below(bound, '/material');
  const pieces = new Map<string, Material>();
  const labels = new Map<string, Label>();
  const links = new Set<string>();
  for (const one of (list && itemsOf(list)) ?? []) {
    const piece = readPiece(jsonOf(one));
    if (!piece || pieces.has(piece.id)) continue;
    if (piece.value !== undefined) {
      const { value } = piece;
      if (links.has(value) || visited.some((url) => isSamePage(url, value))) continue;
      links.add(value);
    }
    pieces.set(piece.id, piece);
    labels.set(piece.id, labelOf(one));
  }
  const parsed = thinkRequest.safeParse({ ...template, material: [...pieces.values()] });
  if (!parsed.success)
    return { kind: 'unformed', message: `The question of the playbook is wrong: ${issuesOf(parsed.error)}.` };
  if (pieces.size === 0) return { kind: 'empty' };
  const question = below(bound, '/question');
  return { kind: 'think', think: parsed.data, question: labelOf(question ?? bound), labels };
}

function readPiece(value: Json): Material | undefined {
  const parsed = bare.safeParse(value);
  return parsed.success && parsed.data.text.trim() ? parsed.data : undefined;
}
