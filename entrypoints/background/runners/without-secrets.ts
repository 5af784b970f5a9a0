import { sitesOf } from '#lib/core/label.ts';
import type { Situation } from '#lib/core/tool.ts';
import { hideSecrets, type SecretPorts } from './page-secrets.ts';
import { gone, type Runner } from './runner.ts';

type Found = Extract<Situation, { kind: 'found' }>;

/**
 * A runner that says nothing of the secrets of the sites it works on, whatever their pages show: neither in what comes of a call,
 * nor in what is seen before it, which goes onto cards and into journals. A mail that holds one is not sent.
 */
export function withoutSecrets(runner: Runner, secrets: Pick<SecretPorts, 'of'>): Runner {
  const of = async (sites: readonly string[]) => (await Promise.all(sites.map(secrets.of))).flat();
  return {
    look: async (context) => {
      const situation = await runner.look(context);
      return situation.kind === 'found' ? unsaid(situation, await of([situation.site])) : situation;
    },
    run: async (context, settled) => {
      const outcome = await runner.run(context, settled);
      if (outcome.kind === 'under-way') return outcome;
      const led = outcome.kind === 'done' ? sitesOf(outcome.label) : [];
      const known = await of([...new Set([settled.site, ...led])]);
      if (outcome.kind !== 'done') return { ...outcome, message: hideSecrets(outcome.message, known) };
      return { ...outcome, value: hideSecrets(outcome.value, known), words: hideSecrets(outcome.words, known) };
    },
  };
}

function unsaid(situation: Found, secrets: Parameters<typeof hideSecrets>[1]): Situation {
  const { title, headline, raised, payload } = situation;
  const hide = (text: string) => hideSecrets(text, secrets);
  // The card shows what will be sent, whole; so does the journal.
  if (payload !== undefined && JSON.stringify(hideSecrets(payload, secrets)) !== JSON.stringify(payload))
    return gone('What stands in the form holds a saved secret of this site, so it is not sent. Take it out first.');
  return {
    ...situation,
    title: hide(title),
    ...(headline !== undefined && { headline: hide(headline) }),
    ...(raised && { raised: { ...raised, reason: hide(raised.reason) } }),
  };
}
