import type { Input } from '#lib/core/input.ts';
import { AGENT, type Label, siteLabel, USER } from '#lib/core/label.ts';
import type { RunState } from '#lib/core/run.ts';
import { siteOf } from '#lib/core/site.ts';
import { type Bound, below, bind, bindList, bindNames, splitPointer } from './bound.ts';
import { looksLikeMail } from './mail-page.ts';
import { bindShares } from './shares.ts';

/** Names that steps have bound; the inside of an `each` sees its own names first, then those around it. */
export type Scope = { names: Map<string, Bound>; outer?: Scope };

export function find(scope: Scope, pointer: string): Bound | undefined {
  const [head, rest] = splitPointer(pointer);
  const bound = scope.names.get(head);
  if (bound) return below(bound, rest);
  return scope.outer && find(scope.outer, pointer);
}

/**
 * What every playbook can refer to: `/task`; `/inputs/tabs|links|images|selections|artifacts` as handed over;
 * `/inputs/mail`, a list of at most one tab, in which a mail is written, and `/inputs/pages`, the other tabs;
 * `/inputs/shares`, all that can be read, shared out for handing on; `/notes`.
 */
export function rootScope(
  { task, inputs, taskLabel }: Pick<RunState, 'task' | 'inputs' | 'taskLabel'>,
  notes: readonly Bound[],
): Scope {
  const tabs = ofKind(inputs, 'tab');
  const mail = tabs.findLast(looksLikeMail) ?? tabs.at(-1);
  // Of a run that another handed work to, the parent chose what it was handed, not the person.
  const by = taskLabel ? AGENT : USER;
  const tabOf = boundTab(by);
  const handed = bindNames({
    tabs: bindList(tabs.map(tabOf)),
    mail: bindList(mail ? [tabOf(mail)] : []),
    pages: bindList(tabs.filter((one) => one !== mail).map(tabOf)),
    links: bindList(
      ofKind(inputs, 'link').map((one) =>
        bindNames({
          url: bind(one.url, taskLabel ? labelOfUrl(one.from) : USER),
          text: bind(one.text, labelOfUrl(one.from)),
        }),
      ),
    ),
    images: bindList(ofKind(inputs, 'image').map((one) => bindNames({ url: bind(one.url, by) }))),
    selections: bindList(
      ofKind(inputs, 'selection').map((one, index) =>
        bindNames({
          index: bind(index, by),
          tab: bind(one.tab, by),
          url: bind(one.url, by),
          title: bind(one.title, labelOfUrl(one.url)),
          text: bind(one.text, labelOfUrl(one.url)),
        }),
      ),
    ),
    artifacts: bindList(
      ofKind(inputs, 'artifact').map((one) =>
        bindNames({ artifact: bind(one.artifact, by), version: bind(one.version, by) }),
      ),
    ),
    shares: bindShares(inputs, by),
  });
  return {
    names: new Map([
      ['task', bind(task, taskLabel ?? USER)],
      ['inputs', handed],
      ['notes', bindList(notes)],
    ]),
  };
}

/** The label of content of an address; an address without a site (a file, a page of Chrome) stands for itself. */
export function labelOfUrl(url: string): Label {
  return siteLabel(siteOf(url) ?? url);
}

export function ofKind<K extends Input['kind']>(inputs: readonly Input[], kind: K): Extract<Input, { kind: K }>[] {
  return inputs.filter((one): one is Extract<Input, { kind: K }> => one.kind === kind);
}

const boundTab = (by: Label) => (input: Extract<Input, { kind: 'tab' }>) =>
  bindNames({
    tab: bind(input.tab, by),
    url: bind(input.url, by),
    title: bind(input.title, labelOfUrl(input.url)),
  });
