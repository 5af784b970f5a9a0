import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capability } from '#lib/core/call.ts';
import { type Grant, grantMode } from '#lib/core/grant.ts';
import { AGENT, joinLabels, siteLabel, USER } from '#lib/core/label.ts';
import { type DecisionInput, decide, touchedSite } from './decide.ts';
import { isTrusted } from './provenance.ts';
import {
  AGENT_PACKAGE,
  DAY,
  grantOf,
  inputOf,
  MAIL,
  NEWS,
  NOW,
  propose,
  sendTo,
  situationAt,
  TOOLS,
} from './world.test-support.ts';
import { NOTHING_WRITTEN } from './written.ts';

const site = fc.constantFrom(NEWS, MAIL, 'annex', 'chrome://settings', '');
const address = fc.constantFrom(
  'mira@example.org',
  'a@evil.example',
  'mirа@example.org',
  'mira',
  `${NEWS}/a`,
  `${MAIL}/b?c`,
);
const grant: fc.Arbitrary<Grant> = fc.record(
  {
    id: fc.uuid(),
    agent: fc.constantFrom('scout', '*', 'other'),
    capability: fc.constantFrom(...capability.options),
    site: fc.constantFrom(NEWS, MAIL),
    mode: fc.constantFrom(...grantMode.options),
    run: fc.constantFrom('r1', 'root', 'r2'),
    tool: fc.constantFrom(...TOOLS.map((one) => one.name)),
    domains: fc.subarray(['example.org', 'evil.example', 'news.example']),
    createdAt: fc.integer({ min: NOW - 100 * DAY, max: NOW }),
    usedAt: fc.integer({ min: NOW - 100 * DAY, max: NOW }),
  },
  { requiredKeys: ['id', 'agent', 'capability', 'site', 'mode', 'createdAt', 'usedAt'] },
);
const label = fc.subarray([USER, AGENT, siteLabel(NEWS), siteLabel(MAIL)]).map((labels) => joinLabels(labels));
const found = fc.record({
  site,
  reachable: fc.boolean(),
  raised: fc.option(fc.record({ to: fc.constantFrom('read', 'draft', 'act', 'send'), reason: fc.string() }), {
    nil: undefined,
  }),
  controls: fc.option(fc.array(fc.record({ name: fc.constantFrom('to', 'bcc'), value: address }), { maxLength: 3 }), {
    nil: undefined,
  }),
});
const args = fc.record(
  { tab: fc.integer(), url: address, text: fc.string(), to: fc.array(address, { maxLength: 2 }) },
  { requiredKeys: [] },
);
const input: fc.Arbitrary<DecisionInput> = fc
  .record({
    spec: fc.constantFrom(...TOOLS),
    args: fc.oneof(args, fc.constant({})),
    labels: fc.dictionary(fc.constantFrom('*', 'text', 'url', '__proto__'), label),
    reads: label,
    found,
    grants: fc.array(grant, { maxLength: 12 }),
    agent: fc.record({ tools: fc.subarray(AGENT_PACKAGE.tools), permissions: fc.subarray(AGENT_PACKAGE.permissions) }),
    task: fc.constantFrom('', 'Send it to mira@example.org', `Read ${NEWS}/a`),
    linked: fc.boolean(),
    refusals: fc.nat({ max: 3 }),
  })
  .map(({ spec, args: given, labels, found: at, agent, task, linked, ...rest }) => ({
    ...inputOf(spec),
    ...rest,
    call: { id: 'c', tool: spec.name, args: given, labels },
    situation: situationAt(at.site, at),
    agent: { ...AGENT_PACKAGE, ...agent },
    written: {
      ...NOTHING_WRITTEN,
      texts: [task],
      links: linked ? [{ url: `${NEWS}/a`, page: { url: MAIL, title: 'A' } }] : [],
    },
    run: { id: 'r1', root: 'root' },
  }));
/** The same, with what lets most calls get as far as their grants, and most grants fit them. */
const admitted = fc.tuple(input, fc.infiniteStream(fc.boolean())).map(([one, fits]): DecisionInput => {
  const situation = { ...one.situation, reachable: true };
  const site = one.spec ? (touchedSite({ ...one, situation }, one.spec) ?? NEWS) : NEWS;
  const fitting = { agent: 'scout', capability: one.spec?.capability ?? 'read', site } as const;
  const grants = one.grants.map((grant) => (fits.next().value ? { ...grant, ...fitting } : grant));
  return { ...one, agent: AGENT_PACKAGE, refusals: 0, situation, grants };
});

test('decides everything, the same each time and in whatever order the grants stand', () => {
  fc.assert(
    fc.property(input, (one) => {
      const verdict = decide(one);
      expect(decide(one)).toEqual(verdict);
      expect(decide({ ...one, grants: [...one.grants].reverse() })).toEqual(verdict);
      if (verdict.kind === 'allow' || verdict.kind === 'ask') expect(verdict.reasons.join('')).not.toBe('');
    }),
  );
});

test('allows nothing outside Annex’s own space without a grant', () => {
  fc.assert(
    fc.property(admitted, (one) => {
      const verdict = decide({ ...one, grants: [] });
      if (verdict.kind === 'allow') expect(verdict.rule).toBe('own-space');
    }),
  );
});

test('allows only by a grant for that agent, capability and site that neither lapsed nor belongs to another run', () => {
  fc.assert(
    fc.property(admitted, (one) => {
      const verdict = decide(one);
      if (verdict.kind !== 'allow' || verdict.rule === 'own-space') return;
      const used = one.grants.find(({ id }) => verdict.grants.includes(id));
      expect(used).toMatchObject({ capability: one.spec?.capability, site: verdict.site });
      expect(['scout', '*']).toContain(used?.agent);
      expect(['run', 'always']).toContain(used?.mode);
      if (used?.mode === 'run') expect(['r1', 'root']).toContain(used.run);
      expect(NOW - Math.max(used?.usedAt ?? 0, used?.createdAt ?? 0)).toBeLessThanOrEqual(60 * DAY);
    }),
    { numRuns: 1000 },
  );
});

test('a grant that was revoked decides nothing', () => {
  fc.assert(
    fc.property(admitted, fc.nat(), (one, at) => {
      const revoked = one.grants[at % Math.max(1, one.grants.length)];
      const left = { ...one, grants: one.grants.filter((grant) => grant !== revoked) };
      const verdict = decide(left);
      if (verdict.kind === 'allow' || verdict.kind === 'ask') expect(verdict.grants).not.toContain(revoked?.id);
      const before = decide(one);
      if (before.kind === 'allow' && before.grants.includes(revoked?.id ?? '')) {
        const others = left.grants.some(({ mode }) => mode === 'run' || mode === 'always');
        if (!others) expect(verdict.kind).not.toBe('allow');
      }
    }),
    { numRuns: 500 },
  );
});

test('never and off win, at any level', () => {
  const refusal = fc.tuple(grant, fc.constantFrom('never', 'off'), fc.constantFrom('scout', '*'));
  fc.assert(
    fc.property(admitted, refusal, (one, [base, mode, agent]) => {
      const before = decide(one);
      if (before.kind !== 'allow' && before.kind !== 'ask') return;
      if (before.rule === 'own-space') return;
      const capability = one.spec?.capability ?? 'read';
      const { tool: _, domains: __, ...wide } = base;
      const refusing: Grant = { ...wide, mode, agent, capability, site: before.site };
      const newer = grantOf('always', { agent: 'scout', capability, site: before.site, createdAt: NOW });
      expect(decide({ ...one, grants: [newer, ...one.grants, refusing] }).kind).toBe('deny');
    }),
  );
});

test('one more never turns nothing into an allow', () => {
  fc.assert(
    fc.property(input, grant, (one, more) => {
      const before = decide(one).kind;
      const after = decide({ ...one, grants: [...one.grants, { ...more, mode: 'never' }] }).kind;
      if (before !== 'allow') expect(after).not.toBe('allow');
    }),
  );
});

test('lets nothing out unasked unless every control is trusted and a grant names tool and domains', () => {
  const mailing = fc.record({
    to: fc.array(address, { maxLength: 2 }),
    task: fc.constantFrom('To mira@example.org', 'To mira@example.org and a@evil.example'),
    grants: fc.array(grant, { maxLength: 3 }),
    more: fc.record(
      { tool: fc.constantFrom('send', 'compose'), domains: fc.subarray(['example.org', 'evil.example']) },
      { requiredKeys: [] },
    ),
  });
  const kinds = new Set<string>();
  fc.assert(
    fc.property(mailing, ({ to, task, grants, more }) => {
      const mail = grantOf('always', { capability: 'mail', site: MAIL, ...more });
      const written = { ...NOTHING_WRITTEN, texts: [task] };
      const one = sendTo(to, { written, grants: [mail, ...grants] });
      const verdict = decide(one);
      kinds.add(verdict.kind);
      if (verdict.kind !== 'allow') return;
      expect(to.length).toBeGreaterThan(0);
      expect(to.every((value) => task.split(' ').includes(value))).toBe(true);
      const used = one.grants.find(({ id }) => verdict.grants.includes(id));
      expect(used).toMatchObject({ tool: 'send', mode: expect.stringMatching('run|always') });
      expect(to.every((value) => used?.domains?.includes(value.split('@')[1] ?? ''))).toBe(true);
    }),
    { numRuns: 1000 },
  );
  // The property would say nothing of allows if none were tried.
  expect(kinds).toContain('allow');
});

test('an untrusted control of a send is asked about, once at a time, or denied', () => {
  fc.assert(
    fc.property(admitted, (one) => {
      const verdict = decide(one);
      if (verdict.kind !== 'ask' || verdict.effect !== 'send') return;
      if (!verdict.controls.every(isTrusted)) expect(verdict.scopes).toEqual(['once']);
    }),
  );
});

test('a tool that is unknown, or not of the package, is denied whatever is granted', () => {
  fc.assert(
    fc.property(input, (one) => {
      expect(decide({ ...one, spec: undefined }).kind).toBe('deny');
      expect(decide({ ...one, agent: { ...one.agent, tools: [] } }).kind).toBe('deny');
    }),
  );
});

test('what asks always is never allowed by a decision, and no answer to it covers another call', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(admitted, (one) => {
      const agent = { ...one.agent, permissions: [{ capability: propose.capability, why: '' }] };
      const situation = situationAt('annex', { reachable: one.situation.reachable });
      const call = { ...one.call, tool: propose.name };
      const grants = one.grants.map((grant) => ({ ...grant, site: 'annex', capability: propose.capability }));
      const verdict = decide({ ...one, agent, grants, spec: propose, call, situation });
      kinds.add(verdict.kind);
      expect(['ask', 'deny']).toContain(verdict.kind);
      if (verdict.kind === 'ask') expect([verdict.scopes, verdict.grants]).toEqual([['once'], []]);
    }),
    { numRuns: 1000 },
  );
  expect([...kinds].sort()).toEqual(['ask', 'deny']);
});
