import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '#lib/core/call.ts';
import { AGENT, joinLabels, type Label, siteLabel, sitesOf, USER } from '#lib/core/label.ts';
import { labelled } from './settle.ts';
import { callOf, MAIL, NEWS, TOOLS, toolOf } from './world.test-support.ts';

const MEMORY: Label = { sources: ['memory'], trusted: false, readers: 'anyone' };
const CHILD: Label = { sources: ['child', `site:${NEWS}`], trusted: false, readers: [NEWS] };
const label = fc
  .array(fc.constantFrom(USER, AGENT, MEMORY, CHILD, siteLabel(NEWS), siteLabel(MAIL)), { minLength: 1, maxLength: 4 })
  .map((all) => joinLabels(all));

/** Whether a label says at least as much as another: its sources, its distrust, and nobody more who may see it. */
function holds(all: Label, part: Label): boolean {
  const readers = all.readers;
  const narrower =
    part.readers === 'anyone' || (readers !== 'anyone' && readers.every((one) => part.readers.includes(one)));
  return part.sources.every((one) => all.sources.includes(one)) && (part.trusted || !all.trusted) && narrower;
}

test('a label that is joined says at least what each of its parts says, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 5 }), (labels) => {
      const all = joinLabels(labels);
      expect(labels.every((one) => holds(all, one))).toBe(true);
      expect(holds(joinLabels(labels.toReversed()), all) && holds(all, joinLabels(labels.toReversed()))).toBe(true);
    }),
  );
});

const memory = toolOf({ name: 'recall', effect: 'read', capability: 'read', where: 'annex' });
const merge = toolOf({ name: 'merge', effect: 'draft', capability: 'files', where: 'annex' });

test('an outcome keeps its tool’s label, and that of all that was put in unless it only read', () => {
  const args = fc.dictionary(fc.constantFrom('text', 'artifact', '__proto__'), fc.string(), { maxKeys: 3 });
  const labels = fc.dictionary(fc.constantFrom('*', 'text', 'artifact'), label, { maxKeys: 3 });
  fc.assert(
    fc.property(
      fc.constantFrom(...TOOLS, memory, merge),
      fc.constantFrom('read', 'draft', 'act', 'send'),
      ...[label, label, args, labels],
      (spec, effect, own, reads, given, by) => {
        const call = { ...callOf(spec, given), labels: by };
        const done: Outcome = { kind: 'done', value: 1, label: own, words: '' };
        const outcome = labelled(done, { call, spec, site: MAIL, effect, reads });
        if (outcome.kind !== 'done') throw new Error('It was done.');
        expect(holds(outcome.label, own)).toBe(true);
        if (spec.where !== 'annex') expect(sitesOf(outcome.label)).not.toEqual([]);
        if (effect === 'read') return;
        for (const name of Object.keys(given))
          expect(holds(outcome.label, (Object.hasOwn(by, name) ? by[name] : by['*']) ?? reads)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
