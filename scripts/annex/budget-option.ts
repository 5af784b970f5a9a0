import { type Budget, budget } from '#lib/core/budget.ts';
import { UsageError } from './usage.ts';

const NAMES = Object.keys(budget.shape);

/** Reads `--budget usd=0.5,tokens=20000,steps=100,minutes=10`: any of them, each at most once. */
export function readBudget(text: string): Budget {
  const pairs = text.split(',').map(readCap);
  const twice = pairs.find(([name], index) => pairs.findIndex(([other]) => other === name) !== index);
  if (twice) throw new UsageError(`--budget names ${twice[0]} twice.`);
  return budget.parse(Object.fromEntries(pairs));
}

function readCap(text: string): [string, number] {
  const [name = '', value = '', ...rest] = text.split('=');
  if (!NAMES.includes(name) || rest.length > 0)
    throw new UsageError(`--budget takes ${NAMES.join(', ')}, as in usd=0.5,tokens=20000, not "${text}".`);
  const cap = value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isFinite(cap) && cap >= 0) return [name, cap];
  throw new UsageError(`--budget ${name} takes a number from 0 up, not "${value}".`);
}
