import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source file, its path relative to the root that it was read from, with forward slashes. */
export type SourceFile = { path: string; text: string };

const SKIPPED = new Set(['node_modules', '.output', '.wxt', '.cache', '.git', 'coverage']);

/** Reads the TypeScript and JavaScript files below some folders of a root; a folder that is missing yields nothing. */
export function readTree(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) => walk(root, folder));
}

function walk(root: string, folder: string): SourceFile[] {
  return entries(join(root, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(root, path);
    return /\.(?:[mc]?ts|tsx|mjs)$/.test(entry.name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Tests, and what only they use: `x.test.ts`, `x.test-support.ts`. */
export const isTest = (path: string): boolean => /\.test(?:-support)?\.tsx?$/.test(path);
