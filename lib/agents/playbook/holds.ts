import { isJsonObject, type Json } from '#lib/core/json.ts';
import type { Test } from '#lib/core/playbook.ts';
import { jsonOf } from './bound.ts';
import type { Scope } from './scope.ts';
import { resolve } from './template.ts';

/** Whether a test of a `when` step holds. */
export function holds(test: Test, scope: Scope): boolean {
  const value = read(test.value, scope);
  if (test.is === 'present') return isPresent(value);
  if (test.is === 'empty') return !isPresent(value);
  return isSame(value, test.to === undefined ? null : read(test.to, scope));
}

function read(template: Json, scope: Scope): Json {
  const bound = resolve(template, scope);
  return bound ? jsonOf(bound) : null;
}

function isPresent(value: Json): boolean {
  if (value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

function isSame(a: Json, b: Json): boolean {
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => isSame(one, b[index] ?? null));
  }
  if (!isJsonObject(a)) return a === b;
  if (!isJsonObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame(a[name] ?? null, b[name] ?? null))
  );
}
