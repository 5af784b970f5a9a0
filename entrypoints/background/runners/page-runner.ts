import type { Outcome } from '#lib/core/call.ts';
import { isJsonObject, type Json } from '#lib/core/json.ts';
import { joinLabels, siteLabel } from '#lib/core/label.ts';
import type { MailForm } from '#lib/core/page.ts';
import type { PageLook, PageMessage, PageReading, PageReply, PageRequest } from '#lib/core/page-protocol.ts';
import { isSamePage, siteName, siteOf } from '#lib/core/site.ts';
import type { CallContext, Situation } from '#lib/core/tool.ts';
import { PageUnreachable } from '#lib/platform/page-link.ts';
import type { Barred } from './barred.ts';
import { hideSecrets, type Revealed, reveal, type SecretPorts } from './page-secrets.ts';
import { failed, gone, numberOf, type Runner, within } from './runner.ts';
import { numberReading, sourceNumber } from './sources.ts';

export type PagePorts = {
  getTab: (id: number) => Promise<{ url: string; title: string; discarded: boolean } | undefined>;
  wakeTab: (id: number, signal: AbortSignal) => Promise<boolean>;
  waitLoaded: (id: number, signal: AbortSignal) => Promise<boolean>;
  canReach: (site: string, tab: number) => Promise<boolean>;
  /** Says nothing once the signal has come. */
  tell: <Reply>(tab: number, message: PageMessage, signal?: AbortSignal) => Promise<Reply>;
  barred: Barred;
  secrets: SecretPorts;
  /** Offers the person to let Annex in, where no panel does. */
  offerAccess: (tab: number, site: string) => Promise<void>;
};

/** Tools whose weight or payload only the page knows. */
const LOOKED_AT: ReadonlySet<string> = new Set(['send', 'click', 'press', 'fill', 'select']);

/** Runs page tools through the content script of the tab's page. */
export function createPageRunner(
  ports: PagePorts,
): Runner & { check: (context: CallContext) => Promise<Outcome | undefined> } {
  async function look(context: CallContext): Promise<Situation> {
    const id = numberOf(context, 'tab');
    const tab = await ports.getTab(id);
    if (!tab) return gone(`Tab ${id} is closed. Open the page again, or go on without it.`);
    // Chrome does not say what a tab shows on a site that it does not let Annex into, or does not any more.
    const url = tab.url || knownUrl(context, id);
    const site = siteOf(url) ?? '';
    const refused = await ports.barred(url);
    if (refused) return { kind: 'found', site, url, title: tab.title, reachable: true, refused };
    const expected = context.call.args.url;
    if (context.spec.name === 'read' && typeof expected === 'string' && tab.url && !isSamePage(expected, tab.url)) {
      // Where it went on to is not said: a failure bears no label, and an address may hold what was read there.
      return gone(
        `Tab ${id} shows another page than ${expected} by now. Read it without an address, or open the page again.`,
      );
    }
    const found = {
      kind: 'found' as const,
      site,
      url,
      title: tab.title,
      reachable: await ports.canReach(site, id),
    };
    if (!found.reachable) await ports.offerAccess(id, site);
    if (!found.reachable || !LOOKED_AT.has(context.spec.name)) return found;
    const seen = await ports.tell<PageLook>(id, { annex: 'look', request: request(context, { site }) });
    if (seen.elsewhere) return gone(`Tab ${id} is on its way to another page. Look at it again once it stands.`);
    if (context.spec.name === 'send' && !seen.form)
      return gone('No compose form stands on the page. Fill one with compose first.');
    return { ...found, ...weigh(context, seen, site) };
  }

  async function run(context: CallContext, settled: Parameters<Runner['run']>[1]): Promise<Outcome> {
    const id = numberOf(context, 'tab');
    return within(context, settled.signal, async (signal) => {
      const before = await ports.getTab(id);
      if (!before) return failed(`Tab ${id} is closed. Open the page again, or go on without it.`);
      if (before.discarded && !(await ports.wakeTab(id, signal)))
        return failed(`Tab ${id} was put to sleep by Chrome and did not load again.`);
      const revealed = await reveal(context, settled.site, ports.secrets);
      if (revealed.kind === 'missing') return failed(revealed.message);
      const asked = request(context, settled);
      const message: PageMessage = { annex: 'page', request: withSecret(asked, revealed) };
      // The person may have stopped it while the tab and the secret were looked up.
      signal.throwIfAborted();
      const say = () =>
        ports.tell<PageReply>(id, message, signal).catch((error: unknown) => tornDown(context, settled, signal, error));
      const stop = () => ports.tell(id, { annex: 'stop', run: context.state.id }).catch(() => undefined);
      signal.addEventListener('abort', stop);
      try {
        let said = await say();
        // The page went on to load what the call needs, a compose page for one.
        if (said.kind === 'failed' && said.again && (await ports.waitLoaded(id, signal))) said = await say();
        const reply = await fitToTell(said, settled.site);
        if (reply.kind !== 'done') return { kind: reply.kind, message: reply.message };
        return done(context, reply, settled.site);
      } finally {
        signal.removeEventListener('abort', stop);
      }
    });
  }

  /** What stands at an address where no agent works is not told; of another site only its name, until a call of its own may look. */
  async function fitToTell(reply: PageReply, site: string): Promise<PageReply> {
    const { url } = reply.kind === 'done' ? reply.value : {};
    if (reply.kind !== 'done' || typeof url !== 'string' || siteOf(url) === site) return reply;
    if (await ports.barred(url))
      return { kind: 'done', value: {}, changed: ['the tab went to an address where agents do not work'] };
    const name = siteName(siteOf(url) ?? url);
    return { kind: 'done', value: { url, title: name }, changed: [`the page went to ${name}`] };
  }

  // The page went away under the call: a click on a link does that, a sent form too. What stands there now tells.
  async function tornDown(
    context: CallContext,
    settled: { site: string },
    signal: AbortSignal,
    error: unknown,
  ): Promise<PageReply> {
    const id = numberOf(context, 'tab');
    if (context.spec.effect === 'read' || error instanceof PageUnreachable || signal.aborted) throw error;
    if (!(await ports.waitLoaded(id, signal))) throw error;
    // A draft is private and reversible: it is done again on the page that came.
    if (context.spec.effect === 'draft')
      return ports.tell<PageReply>(id, { annex: 'page', request: request(context, settled) }, signal);
    const tab = await ports.getTab(id);
    if (context.spec.name === 'send') {
      const seen = await ports.tell<PageLook>(id, { annex: 'look', request: request(context, settled) });
      if (seen.form && seen.form.body !== '')
        return { kind: 'failed', message: 'The page still shows the mail in its form; it did not take it.' };
    }
    return {
      kind: 'done',
      value: { url: tab?.url ?? '', title: tab?.title ?? '' },
      changed: [`the page went to "${tab?.title ?? ''}"`],
    };
  }

  // A send that was cut off: the page is read again. A form that still holds the mail was not taken; words of success mean it was.
  async function check(context: CallContext): Promise<Outcome | undefined> {
    if (context.spec.name !== 'send') return undefined;
    const id = numberOf(context, 'tab');
    const site = context.state.calls.get(context.call.id)?.decided?.site;
    if (site === undefined || !(await ports.getTab(id))) return undefined;
    const looked: PageMessage = { annex: 'look', request: request(context, { site }) };
    const seen = await ports.tell<PageLook>(id, looked).catch(() => undefined);
    if (!seen?.sent || seen.form) return undefined;
    const sent = hideSecrets(seen.sent, await ports.secrets.of(site));
    return done(context, { kind: 'done', value: {}, changed: [`the page says: "${sent}"`] }, site);
  }

  return { look, run, check };
}

function withSecret(request: PageRequest, revealed: Revealed): PageRequest {
  return revealed.kind === 'value'
    ? { ...request, args: { ...request.args, text: revealed.text }, secret: true }
    : request;
}

/** What a tab showed when the person handed it over or the run opened it, or last worked in it. */
function knownUrl({ state }: CallContext, tab: number): string {
  for (const { call, decided, outcome } of state.calls.newestFirst()) {
    const value = outcome?.kind === 'done' && isJsonObject(outcome.value) ? outcome.value : {};
    if (value.tab === tab && typeof value.url === 'string') return value.url;
    if (call.args.tab === tab && decided?.site) return `${decided.site}/`;
  }
  const handed = state.inputs.find((one) => (one.kind === 'tab' || one.kind === 'selection') && one.tab === tab);
  return handed && 'url' in handed ? handed.url : '';
}

function request(
  { state, call, spec }: CallContext,
  { site, payload, edit }: { site: string; payload?: Json; edit?: Record<string, string> },
): PageRequest {
  const args = { ...call.args, ...(payload !== undefined && { expect: payload }), ...(edit && { edit }) };
  return { tool: spec.name, run: state.id, site, args, limitMs: spec.limitMs };
}

function weigh({ spec }: CallContext, seen: PageLook, site: string): Partial<Extract<Situation, { kind: 'found' }>> {
  if (spec.name === 'send') return seen.form ? sending(seen.form) : {};
  if (!seen.control) return {};
  const { name, role, inFilledForm, sends } = seen.control;
  const headline = spec.name === 'click' ? `Click "${name || role}"` : undefined;
  const raises = inFilledForm && (spec.name === 'click' || spec.name === 'press');
  const reads = `"${name || role}"`;
  const elsewhere = sends && siteOf(sends.to) !== site ? `, and that form leads to ${placeOf(sends.to)}` : '';
  const reason = `${reads} belongs to a form that this run has filled, so it may send what was written${elsewhere}.`;
  return {
    ...(headline && { headline }),
    ...(raises && { raised: { to: 'send' as const, reason } }),
    // What the person sees is what is sent: it is looked at again, and is the same, or nothing is pressed.
    ...(raises && sends && { payload: { press: name || role, url: sends.to, ...apart(sends.fields) } }),
  };
}

const placeOf = (url: string): string => (siteOf(url) ? siteName(siteOf(url) ?? '') : `${url.split(':')[0]}:`);

/** Fields that go by the names of what stands above them keep both apart. */
const apart = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name === 'press' || name === 'url' ? `"${name}"` : name, value]),
  );

function sending(form: MailForm): Partial<Extract<Situation, { kind: 'found' }>> {
  const controls = (['to', 'cc', 'bcc'] as const).flatMap((name) => form[name].map((value) => ({ name, value })));
  const people = controls.map((one) => one.value);
  return {
    payload: form,
    controls,
    headline: people.length > 0 ? `Send to ${people.join(', ')}` : 'Send a mail without a recipient',
    editable: ['subject', 'body'],
  };
}

/** Labels with the site that answered, and with the one that an action led to. */
function done(context: CallContext, reply: Extract<PageReply, { kind: 'done' }>, site: string): Outcome {
  const led = typeof reply.value.url === 'string' ? (siteOf(reply.value.url) ?? site) : site;
  const label = joinLabels([site, led].map(siteLabel));
  if (context.spec.name === 'read') {
    const page = reply.value as unknown as PageReading;
    const value = numberReading(page, sourceNumber(context.state, context.call.id));
    return { kind: 'done', value, label, words: `Read "${page.title}", ${page.passages.length} passages` };
  }
  const words = context.spec.words(context.call.args, { tab: () => siteName(site), artifact: (id) => id }).did;
  const changed = reply.changed.length > 0 ? ` (${reply.changed.join('; ')})` : '';
  return { kind: 'done', value: { ...reply.value, changed: reply.changed }, label, words: `${words}${changed}` };
}
