import { isJsonObject, type Json } from '#lib/core/json.ts';
import type { PageReply, PageRequest } from '#lib/core/page-protocol.ts';
import { number, text } from './args.ts';
import { type Acted, withChanges } from './changes.ts';
import { choose } from './choose.ts';
import { clickOn } from './click.ts';
import { isAnchor } from './elements.ts';
import { fillField } from './fill.ts';
import type { FilledForms } from './filled-forms.ts';
import { holdBack } from './hold-back.ts';
import { pressKey } from './press.ts';
import { makeReady } from './ready.ts';
import { type Refs, readsAs } from './refs.ts';
import { scrollBy } from './scroll.ts';
import { sendingOf } from './sending.ts';
import { keepSecret, whyNoSecret } from './sensitive.ts';
import { settle } from './settle.ts';

export type ActWorld = { doc: Document; refs: Refs; filled: FilledForms; signal: AbortSignal };

/** Does what a tool that acts on one element asks for, and says what became different by it. */
export async function act({ tool, run, args, secret }: PageRequest, world: ActWorld): Promise<PageReply> {
  const { doc, refs, filled, signal } = world;
  if (tool === 'scroll' && text(args, 'ref') === '') {
    const changed = scrollBy(doc, number(args, 'screens') ?? 1);
    await settle(doc, { signal });
    return { kind: 'done', value: { url: doc.URL }, changed };
  }
  const found = refs.find(text(args, 'ref'));
  if (found.kind === 'stale') return { kind: 'failed', message: found.message };
  const { element } = found;
  if (tool === 'scroll') {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    return { kind: 'done', value: { url: doc.URL }, changed: ['It is in view now.'] };
  }
  const ready = makeReady(element);
  if (ready.kind === 'refused') return { kind: 'failed', message: ready.message };
  if (args.expect !== undefined && !isAsSeen(args.expect, element))
    return {
      kind: 'failed',
      message: 'What its form would send changed since it was looked at, so it was not pressed.',
    };
  const settled = () => settle(doc, { signal });
  switch (tool) {
    case 'click':
      return unsent(element, { run, filled }, async () =>
        done(
          doc,
          await withChanges(element, { signal, own: true }, () => clickOn(ready.target, ready)),
          newTab(element),
        ),
      );
    case 'press':
      return unsent(element, { run, filled }, async () =>
        done(doc, await withChanges(element, { signal, own: true }, () => pressKey(element, text(args, 'key')))),
      );
    case 'fill': {
      const why = secret && whyNoSecret(element);
      if (why) return { kind: 'failed', message: `${readsAs(element)} ${why}` };
      if (secret) keepSecret(element);
      filled.mark(element, run, secret ? '' : text(args, 'text'));
      return unsent(element, { run, filled, keeps: true }, () =>
        outcome(doc, element, signal, () => fillField(element, text(args, 'text'), settled)),
      );
    }
    case 'select':
      filled.mark(element, run, '');
      return unsent(element, { run, filled, keeps: true }, () =>
        outcome(doc, element, signal, () => choose(element, text(args, 'option'), { point: ready, settled })),
      );
    default:
      return { kind: 'failed', message: `There is no page tool "${tool}".` };
  }
}

/** Does something that was not weighed as sending, and holds back a filled form that it would send. `keeps`: the rest of it stands. */
async function unsent(
  element: Element,
  { run, filled, keeps = false }: { run: string; filled: FilledForms; keeps?: boolean },
  act: () => Promise<PageReply>,
): Promise<PageReply> {
  const view = element.ownerDocument.defaultView;
  if (!view || (!keeps && filled.holds(element, run))) return act();
  const back = holdBack(view, (form) => filled.holds(form, run));
  const reply = await act().finally(back.end);
  if (!back.end()) return reply;
  if (keeps && reply.kind === 'done')
    return { ...reply, changed: [...reply.changed, 'The page would have sent the form by that, which was stopped.'] };
  filled.markTrigger(element, run);
  const message = `Nothing was sent: ${readsAs(element)} would have sent the form that this run has filled. Do it again if that is wanted; the person is asked first.`;
  return { kind: 'failed', message };
}

type Result = { kind: 'filled' | 'chosen'; words: string } | { kind: 'refused'; message: string };

async function outcome(
  doc: Document,
  element: Element,
  signal: AbortSignal,
  act: () => Promise<Result>,
): Promise<PageReply> {
  const acted = await withChanges(element, { signal, own: false }, act);
  if (acted.result.kind === 'refused') return { kind: 'failed', message: acted.result.message };
  return done(doc, { ...acted, changed: [acted.result.words, ...acted.changed] });
}

function done(doc: Document, acted: Acted, more: string[] = []): PageReply {
  return { kind: 'done', value: { url: doc.URL }, changed: [...acted.changed, ...more] };
}

function newTab(element: Element): string[] {
  const link = element.closest('a');
  return isAnchor(link) && link.target === '_blank' ? [`The link opens ${link.href} in a new tab.`] : [];
}

/** Whether a form would still send what the person saw, to where they saw it go. */
function isAsSeen(expected: Json, element: Element): boolean {
  if (!isJsonObject(expected)) return false;
  const sends = sendingOf(element);
  const { press: _, url, ...fields } = expected;
  const values = (of: Record<string, unknown>) => JSON.stringify(Object.values(of));
  return sends !== undefined && sends.to === url && values(sends.fields) === values(fields);
}
