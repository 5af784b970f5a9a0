import { clickOn } from '../../click.ts';
import { nameOf } from '../../name.ts';
import { makeReady } from '../../ready.ts';
import { settle } from '../../settle.ts';
import { findAll } from '../../tree.ts';
import { sharedEyes } from '../../visibility.ts';
import { type ComposeForm, findComposeForm } from './find-form.ts';
import { COMPOSE } from './words.ts';

export type Opened = { kind: 'open'; form: ComposeForm } | { kind: 'none'; message: string } | { kind: 'loading' };

const OPEN_MS = 6000;
const CONTROLS = 'a[href],button,[role=button],[role=link],[role=menuitem],input[type=button],input[type=submit]';

/** Presses the page's own button for a new mail and waits for the form. `loading`: the form is on another page, on its way. */
export async function openComposeForm(doc: Document, signal: AbortSignal): Promise<Opened> {
  const eyes = sharedEyes();
  const button = findAll(doc, CONTROLS, 2000).find(
    (one) => (COMPOSE.test(nameOf(one)) || one.getAttribute('gh') === 'cm') && eyes.look(one).kind === 'shown',
  );
  if (!button)
    return {
      kind: 'none',
      message: 'No compose form stands on the page, and it has no button for a new mail. Open the mail page first.',
    };
  const ready = makeReady(button);
  if (ready.kind === 'refused') return { kind: 'none', message: ready.message };
  let leaving = false;
  const stopped = new AbortController();
  doc.defaultView?.addEventListener('beforeunload', ({ isTrusted }) => (leaving ||= isTrusted), {
    signal: stopped.signal,
  });
  const until = Date.now() + OPEN_MS;
  clickOn(ready.target, ready);
  let form = findComposeForm(doc);
  while (!form && !leaving && Date.now() < until && !signal.aborted) {
    await settle(doc, { signal, limitMs: 500 });
    form = findComposeForm(doc);
  }
  stopped.abort();
  if (form) return { kind: 'open', form };
  if (leaving) return { kind: 'loading' };
  return {
    kind: 'none',
    message: `No compose form came up after "${nameOf(button)}" was pressed. Take a snapshot to see what did.`,
  };
}
