import type { App } from './app.ts';
import { pullBrake } from './hold.ts';
import { needsHash, runHash } from './route.ts';
import { isEditable } from './roving.ts';

const GO: Record<string, string> = {
  ...{ h: '#/', n: needsHash, r: '#/runs', l: '#/library', d: '#/schedules', s: '#/sites', c: '#/contacts' },
};
const SEQUENCE_MS = 1500;

type Keys = Pick<App, 'router' | 'overlay' | 'world' | 'composer' | 'act' | 'toasts'>;

/** The keyboard map of the whole panel. Letters count only where nobody writes, and never with a modifier. */
export function listenToKeys(doc: Document, app: Keys): () => void {
  let wentG = 0;
  const onKey = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      app.overlay.value = { kind: app.overlay.value.kind === 'palette' ? 'none' : 'palette' };
      return;
    }
    if (event.defaultPrevented || app.overlay.value.kind !== 'none' || !isPlain(event)) return;
    const after = event.timeStamp - wentG < SEQUENCE_MS;
    wentG = event.key === 'g' ? event.timeStamp : 0;
    const hash = after ? GO[event.key] : undefined;
    if (hash !== undefined) app.router.go(hash);
    else if (!press(doc, app, event.key)) return;
    event.preventDefault();
  };
  doc.addEventListener('keydown', onKey);
  return () => doc.removeEventListener('keydown', onKey);
}

function isPlain(event: KeyboardEvent): boolean {
  const writes = event.target instanceof Element && isEditable(event.target);
  return !writes && !event.altKey && !event.ctrlKey && !event.metaKey;
}

/** Does what one key means; false when it means nothing here. */
function press(doc: Document, app: Keys, key: string): boolean {
  switch (key) {
    case '/':
      app.router.go('#/');
      app.composer.prepare({});
      return true;
    case 'j':
    case 'k':
      return moveFocus(doc, key === 'j' ? 1 : -1);
    case 'P':
      pullBrake(app);
      return true;
    case 'a':
      return firstApproval(doc, app);
    case 'e':
      return pressFirst(doc, '[data-approval][data-state=open] [data-edit]') || pressFirst(doc, '.foot [data-edit]');
    case '.':
      return rowActions(doc);
    case '?':
      app.overlay.value = { kind: 'keys' };
      return true;
    default:
      return false;
  }
}

function moveFocus(doc: Document, step: 1 | -1): boolean {
  const rows = [...doc.querySelectorAll<HTMLElement>('[data-row], [data-approval]')];
  const at = doc.activeElement;
  const row =
    at?.closest<HTMLElement>('[data-approval]') ??
    at?.closest('li')?.querySelector<HTMLElement>('[data-row]') ??
    doc.body;
  const here = rows.indexOf(row);
  const next = here === -1 ? (step === 1 ? 0 : rows.length - 1) : here + step;
  rows[next]?.focus();
  return rows[next] !== undefined;
}

/** To the card if it is here, else to the run that holds it; the card takes the focus, none of its buttons does. */
function firstApproval(doc: Document, { world, router }: Keys): boolean {
  const first = world.approvals.value?.[0];
  const card = () => doc.querySelector<HTMLElement>('[data-approval][data-state=open]');
  const here = card();
  if (here) {
    here.focus();
    return true;
  }
  if (!first) return false;
  router.go(runHash(first.root));
  const watch = new MutationObserver(() => {
    const drawn = card();
    if (!drawn) return;
    watch.disconnect();
    drawn.focus();
  });
  watch.observe(doc.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), 8000);
  return true;
}

function rowActions(doc: Document): boolean {
  const row = doc.activeElement?.closest('li');
  const action =
    row?.querySelector<HTMLElement>('[data-row-action]') ?? row?.querySelector<HTMLElement>('summary, button');
  action?.focus();
  // What opens a menu opens it, and the menu takes the focus.
  if (action?.hasAttribute('popovertarget')) action.click();
  return action !== null && action !== undefined;
}

function pressFirst(doc: Document, selector: string): boolean {
  const found = doc.querySelector<HTMLElement>(selector);
  found?.click();
  return found !== null;
}
