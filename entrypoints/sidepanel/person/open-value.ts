import type { Approval, Control } from '#lib/core/approval.ts';
import type { ShownValue } from '#lib/core/person.ts';
import { siteName, siteOf } from '#lib/core/site.ts';
import type { Store } from '#lib/store/index.ts';
import { findValue } from './find-value.ts';
import { openPassage } from './open-citation.ts';

const VALUE = {
  kept: 'What the run read of it is kept in its timeline.',
  marked: 'The passage that holds it is marked on the page.',
  gone: 'The page has changed since: it no longer holds this value.',
};

const told = (message: string): ShownValue => ({ kind: 'told', message });

/** Says where a control value stands; one from a page opens that page at the passage. */
export async function openValue(
  { run, root }: Pick<Approval, 'run' | 'root'>,
  control: Control,
  { journal }: Pick<Store, 'journal'>,
): Promise<ShownValue> {
  const states = await Promise.all([...new Set([run, root])].map((id) => journal.fold(id)));
  const found = findValue(
    control,
    states.flatMap((one) => one ?? []),
  );
  switch (found.kind) {
    case 'task':
      return { ...told('It stands in your task.'), task: found.task };
    case 'input':
      return told('You handed it over with the task.');
    case 'contact':
      return told('It is in your contacts.');
    case 'memory':
      return told('It came from a memory, not from a page.');
    case 'child':
      return told(`It came back from a run that this one had handed work to: ${found.words}`);
    case 'nowhere':
      if (control.url) return openAt(control.url, [control.value]);
      return told('Nothing that this run has read holds it as it stands here.');
    case 'page':
      return openAt(found.url, [found.quote, control.value]);
    default:
      return found satisfies never;
  }
}

async function openAt(url: string, quotes: readonly string[]): Promise<ShownValue> {
  const site = siteOf(url);
  if (!site) return { kind: 'unreachable', message: `${siteName(url)} cannot be opened.` };
  return openPassage({ site, url, quotes, words: VALUE });
}
