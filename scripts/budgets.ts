import { existsSync } from 'node:fs';
import { measure } from './budget/measure.ts';
import { findTraces } from './budget/traces.ts';

/** Prints what the shipped build weighs against its budgets, and whether anything of the driver is in it; false when it may not ship. */
export function reportBudgets(output: string): boolean {
  if (!existsSync(output)) {
    console.log(`There is no build in ${output}.`);
    return false;
  }
  const weights = measure(output);
  const traces = findTraces(output);
  for (const { name, bytes, budget, files } of weights) {
    const verdict = bytes > budget ? 'OVER' : 'ok';
    console.log(`${name.padEnd(28)} ${kilobytes(bytes)} of ${kilobytes(budget)} gzip  ${verdict}  ${files.join(' ')}`);
  }
  for (const trace of traces) console.log(`The shipped build holds a trace of the driver: ${trace}`);
  return traces.length === 0 && weights.every((one) => one.bytes <= one.budget);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(6)} KB`;
