import fc, { type Arbitrary } from 'fast-check';
import type { Json } from '#lib/core/json.ts';
import { type Step, step } from '#lib/core/playbook.ts';
import { testTools } from './tools.test-support.ts';

const REFS = ['/task', '/inputs/tabs', '/inputs/mail', '/a', '/b/title', '/c', '/item', '/item/tab', '/notes', '/none'];
const anywhere: Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...REFS).map((ref): Json => ({ ref })),
  fc.constantFrom(...REFS).map((ref): Json => ({ ref, each: '/a/passages' })),
  fc.constantFrom<Json>(1, 'text', [], null, [{ ref: '/task' }, { ref: '/c', each: '/a/passages' }]),
);
const oftenOne = (...good: Json[]) => fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...good) }, anywhere);

const as = fc.constantFrom('a', 'b', 'c');
const otherwise = fc.constantFrom('stop', 'skip', 'skip');
const list = oftenOne({ ref: '/inputs/tabs' }, { ref: '/inputs/pages' }, { ref: '/inputs/shares' }, [
  { ref: '/inputs/tabs' },
  { ref: '/inputs/mail' },
]);
const material = oftenOne([{ id: 'task', text: { ref: '/task' } }], { ref: '/a/passages' }, [
  { ref: '/b/links' },
  { ref: '/rows', each: '/a/passages' },
]);

const call = fc.record({
  ...{ do: fc.constant('call'), as, otherwise },
  tool: fc.constantFrom(...testTools.keys(), 'fly'),
  args: fc.record(
    {
      tab: oftenOne(1, { ref: '/item/tab' }),
      url: oftenOne('https://news.example/1'),
      to: oftenOne([]),
      subject: oftenOne('S'),
      body: oftenOne('B'),
    },
    { requiredKeys: [] },
  ),
});
const readTab = fc.record({
  do: fc.constant('call'),
  as,
  tool: fc.constant('read'),
  args: fc.constant({ tab: 1 }),
  otherwise,
});
const act = fc.record({
  do: fc.constant('call'),
  as,
  tool: fc.constant('click'),
  args: fc.constant({ tab: 1, ref: 'e1' }),
  otherwise,
});
const think = fc.record({
  ...{ do: fc.constant('think'), as, otherwise },
  think: fc.record({
    kind: fc.constantFrom('draft', 'summarise', 'extract'),
    ...{
      want: fc.constantFrom('addresses', 'relevant'),
      most: fc.constant(3),
      question: oftenOne('Which?', { ref: '/task' }),
      material,
    },
  }),
});
const question = think.map(({ think: { kind, want, most, question: asked, material: about }, ...rest }) => {
  const common = { kind, question: asked, material: about };
  if (kind === 'draft') return { ...rest, think: common };
  return { ...rest, think: kind === 'extract' ? { ...common, want, most } : { ...common, most } };
});

const handOn = fc.record({
  ...{ do: fc.constant('delegate'), as, otherwise, agent: fc.constant('researcher') },
  task: oftenOne({ ref: '/task' }, 'Find out'),
  inputs: oftenOne([{ kind: 'tab', tab: { ref: '/item/tab' } }], { ref: '/item/inputs' }, []),
});

const { steps } = fc.letrec<{ steps: unknown[]; step: unknown }>((tie) => {
  const inner = fc.array(tie('step'), { maxLength: 3, depthIdentifier: 'steps' });
  const each = fc.record({
    ...{ do: fc.constant('each'), as: fc.constantFrom('rows', 'c'), over: list, item: fc.constant('item') },
    ...{ most: fc.integer({ min: 1, max: 3 }), steps: inner.filter((one) => one.length > 0) },
  });
  const when = fc.record({
    ...{ do: fc.constant('when'), steps: inner, otherwise: inner },
    test: fc.record({ is: fc.constantFrom('present', 'empty', 'equal'), value: anywhere, to: anywhere }),
  });
  return {
    step: fc.oneof(
      { depthSize: 'medium', depthIdentifier: 'steps' },
      { weight: 1, arbitrary: call },
      { weight: 2, arbitrary: readTab },
      { weight: 1, arbitrary: act },
      { weight: 2, arbitrary: handOn },
      { weight: 4, arbitrary: question },
      { weight: 2, arbitrary: each },
      { weight: 1, arbitrary: when },
    ),
    steps: fc.array(tie('step'), { maxLength: 6, minLength: 1 }),
  };
});

/** Any short playbook: many that make sense, and some whose references and arguments do not. */
export const anySteps: Arbitrary<Step[]> = steps.map((all) => all.map((one) => step.parse(one)));
