import type { PageLook, PageReply, PageRequest } from '#lib/core/page-protocol.ts';
import { act } from './actions.ts';
import { list, mailEdit, mailForm, number, text } from './args.ts';
import { createFilledForms } from './filled-forms.ts';
import { highlight } from './highlight.ts';
import { type ComposeWorld, compose, type Written } from './mail/generic/compose.ts';
import { findComposeForm } from './mail/generic/find-form.ts';
import { readForm } from './mail/generic/form-fields.ts';
import { saidSent, send } from './mail/generic/send.ts';
import { nameOf } from './name.ts';
import { readPage } from './read.ts';
import { createRefs } from './refs.ts';
import { activeRole } from './role.ts';
import { sendingOf } from './sending.ts';
import { snapshot } from './snapshot.ts';
import { waitFor } from './wait-for.ts';

/** The page tools of one document. Refs and filled forms live as long as the document does. */
export type Page = {
  handle: (request: PageRequest) => Promise<PageReply>;
  look: (request: PageRequest) => PageLook;
  highlight: (quote: string) => { found: boolean };
  /** Ends what is under way for a run. */
  stop: (run: string) => void;
};

export function createPage(doc: Document): Page {
  const refs = createRefs();
  const filled = createFilledForms();
  const written: Written = new WeakMap();
  const stops = new Map<string, AbortController>();

  const handle = async (request: PageRequest): Promise<PageReply> => {
    const { tool, run, args, limitMs } = request;
    const stopped = stops.get(run) ?? new AbortController();
    stops.set(run, stopped);
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(limitMs)]);
    const world: ComposeWorld = { doc, run, filled, written, signal };
    switch (tool) {
      case 'snapshot':
        return snapshot(doc, refs, text(args, 'after') || undefined);
      case 'read':
        return { kind: 'done', value: readPage(doc), changed: [] };
      case 'wait_for':
        return waitFor(
          doc,
          { text: text(args, 'text'), gone: args.gone === true, seconds: number(args, 'seconds') ?? 10 },
          signal,
        );
      case 'compose':
        return compose(
          {
            to: list(args, 'to'),
            cc: list(args, 'cc'),
            bcc: [],
            subject: text(args, 'subject'),
            body: text(args, 'body'),
          },
          world,
        );
      case 'send':
        return send(mailForm(args.expect), mailEdit(args.edit), world);
      default:
        return act(request, { doc, refs, filled, signal });
    }
  };

  const look = ({ tool, run, args }: PageRequest): PageLook => {
    if (tool === 'send' || tool === 'compose') {
      const form = findComposeForm(doc);
      const sent = saidSent(doc);
      return { ...(form && { form: readForm(form) }), ...(sent && { sent }) };
    }
    const found = refs.find(text(args, 'ref'));
    if (found.kind === 'stale') return {};
    const role = activeRole(found.element);
    const inFilledForm = filled.holds(found.element, run);
    const sends = inFilledForm ? sendingOf(found.element) : undefined;
    return { control: { role, name: nameOf(found.element, role), inFilledForm, ...(sends && { sends }) } };
  };

  const stop = (run: string) => {
    stops.get(run)?.abort();
    stops.delete(run);
  };

  return { handle, look, stop, highlight: (quote) => highlight(doc, quote) };
}
