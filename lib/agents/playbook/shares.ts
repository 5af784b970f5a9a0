import { type HandedRef, MAX_CHILDREN } from '#lib/core/delegation.ts';
import type { Input } from '#lib/core/input.ts';
import type { Label } from '#lib/core/label.ts';
import { type Bound, bind, bindList, bindNames } from './bound.ts';

/**
 * The tabs, links and selections that were handed over, as references for `delegate`: a share each, or, where there are more than
 * one run may hand on, in as many shares as it may, as even as can be and in their order.
 */
export function bindShares(inputs: readonly Input[], by: Label): Bound {
  const selections: readonly Input[] = inputs.filter((one) => one.kind === 'selection');
  const refs = inputs.flatMap((one): HandedRef[] => {
    if (one.kind === 'tab') return [{ kind: 'tab', tab: one.tab }];
    if (one.kind === 'link') return [{ kind: 'link', url: one.url }];
    return one.kind === 'selection' ? [{ kind: 'selection', index: selections.indexOf(one) }] : [];
  });
  return bindList(shared(refs, MAX_CHILDREN).map((share) => bindNames({ inputs: bind(share, by) })));
}

/** A list in at most so many parts, which differ by one at most. */
function shared<T>(list: readonly T[], most: number): T[][] {
  const count = Math.min(most, list.length);
  return Array.from({ length: count }, (_, nth) =>
    list.slice(Math.floor((nth * list.length) / count), Math.floor(((nth + 1) * list.length) / count)),
  );
}
