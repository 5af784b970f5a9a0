import fc, { type Arbitrary } from 'fast-check';
import type { Call, Outcome } from '#lib/core/call.ts';
import type { AskEnd } from '#lib/core/engine.ts';
import type { Input } from '#lib/core/input.ts';
import type { Json } from '#lib/core/json.ts';
import { joinLabels, siteLabel, USER } from '#lib/core/label.ts';
import type { ThinkRequest } from '#lib/core/think.ts';
import { type AskNext, answered, done, malformed, readingOf, tabInput } from './simulate.test-support.ts';
import { testTools } from './tools.test-support.ts';

const garbage: Arbitrary<Json> = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)));
const link: Input = { kind: 'link', url: 'https://news.example/7', text: 'Seven', from: 'https://news.example/' };
const selection: Input = { kind: 'selection', text: 'Quote', url: 'https://news.example/9', title: 'Nine', tab: 9 };
const report: Input = { kind: 'artifact', artifact: 'art-1', version: 1, title: 'Brief' };
const mail = tabInput(4, 'https://mail.example/');

export const anyInputs = () => fc.subarray([tabInput(1), tabInput(2), mail, link, selection, report]);

/** What may come of a call: what the tool promises, anything at all, or no good end. */
export function anyOutcome(call: Call): Arbitrary<Outcome> {
  const message = fc.string();
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(done(call, promisedBy(call))) },
    {
      weight: 1,
      arbitrary: garbage.map((value) => done(call, value, joinLabels([USER, siteLabel('https://x.example')]))),
    },
    { weight: 1, arbitrary: message.map((one): Outcome => ({ kind: 'failed', message: one || 'Failed.' })) },
    { weight: 1, arbitrary: message.map((one): Outcome => ({ kind: 'denied', rule: 'r', message: one || 'No.' })) },
    { weight: 1, arbitrary: message.map((one): Outcome => ({ kind: 'uncertain', message: one })) },
  );
}

function promisedBy({ tool, args }: Call): Json {
  if (tool === 'open_tab') return { tab: 7, url: String(args.url), title: 'Opened' };
  if (tool === 'read' || tool === 'read_selection')
    return readingOf(Number(args.tab ?? 9), 'https://news.example/1', ['Cut.']);
  if (tool === 'read_artifact') return { title: 'Brief', passages: [{ id: 'a1', text: 'Text', source: 'Brief' }] };
  if (tool === 'delegate') {
    const artifacts = [{ artifact: 'art-2', version: 1, kind: 'report', title: 'Part' }];
    return { run: 'run-2', agent: 'researcher@1.0.0', reason: 'Saved it', artifacts };
  }
  return {};
}

/** How an ask may end: well, with anything at all, or not. */
export function anyEnd({ ask }: AskNext): Arbitrary<AskEnd> {
  const good = ask.kind === 'think' ? fc.constant(goodAnswer(ask.think)) : anyChat();
  const problem = { code: 'cut', message: 'Cut.' } as const;
  return fc.oneof(
    { weight: 5, arbitrary: good.map(answered) },
    { weight: 2, arbitrary: garbage.map(answered) },
    { weight: 1, arbitrary: fc.string().map(malformed) },
    { weight: 1, arbitrary: fc.constant<AskEnd>({ kind: 'failed', problem, partial: '' }) },
    { weight: 1, arbitrary: fc.constant<AskEnd>({ kind: 'aborted', partial: '' }) },
  );
}

function goodAnswer({ kind, material, ...rest }: ThinkRequest): Json {
  const ids = material.map((one) => one.id);
  if (kind === 'summarise') return { title: 'T', sections: [{ heading: '', claims: [{ text: 'C', cites: ids }] }] };
  if (kind === 'extract') return { picks: material.map(({ id, text }) => ({ id, value: text })) };
  if (kind === 'draft') return { subject: 'S', body: 'B' };
  return { items: ids.map((id) => ({ id, label: 'options' in rest ? (rest.options[0] ?? '') : '', why: '' })) };
}

/** What a model may say in the free loop: sensible calls, senseless ones, words, or nothing. */
export function anyChat(): Arbitrary<Json> {
  const tool = fc.oneof(fc.constantFrom(...testTools.keys()), fc.string());
  const sensible = fc.record({ tab: fc.integer() }).map((args) => JSON.stringify(args));
  const args = fc.oneof(
    { weight: 3, arbitrary: sensible },
    garbage.map((one) => JSON.stringify(one)),
    fc.string(),
  );
  const call = fc.record({ id: fc.string(), tool, arguments: args });
  const text = fc.oneof({ weight: 5, arbitrary: fc.constant('') }, fc.string());
  return fc.record({ text, calls: fc.array(call, { maxLength: 4 }) });
}
