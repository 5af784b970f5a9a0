import { nameOf } from './name.ts';
import { activeRole } from './role.ts';

export type Found = { kind: 'found'; element: Element } | { kind: 'stale'; message: string };

/** Names elements `e1`, `e2`, … for good: an element keeps its ref, a ref is never given to another. */
export type Refs = {
  name: (element: Element, reads: string) => string;
  find: (ref: string) => Found;
};

type Entry = { element: WeakRef<Element>; reads: string };

/** A ref also goes stale when its element has come to read differently: lists recycle their rows. */
export function createRefs(): Refs {
  const entries = new Map<string, Entry>();
  const names = new WeakMap<Element, string>();
  return {
    name: (element, reads) => {
      const ref = names.get(element) ?? `e${entries.size + 1}`;
      names.set(element, ref);
      entries.set(ref, { element: new WeakRef(element), reads });
      return ref;
    },
    find: (ref) => {
      const entry = entries.get(ref.replace(/^\[?(e\d+)\]?$/, '$1'));
      if (!entry)
        return {
          kind: 'stale',
          message: `There is no ref "${ref}" on this page. Take a new snapshot and use a ref from it.`,
        };
      const element = entry.element.deref();
      if (!element?.isConnected)
        return {
          kind: 'stale',
          message: `${ref} (${entry.reads}) is no longer on the page. Take a new snapshot and use a ref from it.`,
        };
      const reads = readsAs(element);
      if (reads !== entry.reads)
        return {
          kind: 'stale',
          message: `${ref} was ${entry.reads} and now is ${reads}. Take a new snapshot and use a ref from it.`,
        };
      return { kind: 'found', element };
    },
  };
}

/** Role and name, as refs are remembered and messages name an element. */
export function readsAs(element: Element): string {
  const role = activeRole(element);
  return describe(role, nameOf(element, role));
}

export const describe = (role: string, name: string) => (name ? `${role} "${name}"` : role);
