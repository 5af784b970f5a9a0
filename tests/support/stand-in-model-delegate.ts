import type { Made, Told } from './stand-in-model-reading.ts';
import { type Answer, parsed, words } from './stand-in-model-wire.ts';

type Part = { artifact: string; version: number };

/** What a model that can hand work on would do: a page to each Researcher, all in one turn, and then one report of what they brought. */
export function coordinated(told: Told, made: readonly Made[]): Answer {
  const [mailing, handedOn] = partition(
    made.filter((one) => one.name === 'delegate'),
    isMailing,
  );
  if (handedOn.length === 0) return handingOn(told);
  const merged = made.findLast((one) => one.name === 'merge_artifacts');
  if (merged?.went === 'done') return mailing.length > 0 ? sayingHow(mailing) : sendingOn(told, partsIn(merged.result));
  if (merged) return words('The reports could not be put together.');
  const parts = handedOn.filter((one) => one.went === 'done').flatMap((one) => partsIn(one.result));
  if (parts.length === 0) return words('Nothing came of what was handed on.');
  const failed = handedOn.filter((one) => one.went !== 'done');
  const notes = failed.map((one) => `Nothing came of a part: ${one.result.slice(0, 200)}`);
  return { text: '', calls: [{ name: 'merge_artifacts', args: { how: 'append', parts, notes } }] };
}

const isMailing = ({ args }: Made) => args.agent === 'correspondent';

function partition<T>(all: readonly T[], fits: (one: T) => boolean): [T[], T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))];
}

const sayingHow = ([first]: readonly Made[]): Answer =>
  words(first?.went === 'done' ? 'The report is mailed.' : 'The report stands ready; it was not mailed.');

/** The merged report to the Correspondent, where the task names somebody and a mail page was handed over. */
function sendingOn({ task, tabs }: Told, [merged]: readonly Part[]): Answer {
  const mail = mailAmong(tabs);
  if (!mail || !merged || !/\S+@\S+/.test(task)) return words('The reports are put together into one.');
  const inputs = [
    { kind: 'artifact', artifact: merged.artifact },
    { kind: 'tab', tab: mail.tab },
  ];
  return { text: '', calls: [{ name: 'delegate', args: { agent: 'correspondent', task, inputs } }] };
}

const mailAmong = (tabs: Told['tabs']) => tabs.find((one) => /mail|inbox/i.test(`${one.url} ${one.title}`));

function handingOn({ task, tabs, links, selections }: Told): Answer {
  const mail = mailAmong(tabs);
  const pages = tabs.filter((one) => one !== mail);
  const inputs = [
    ...pages.map(({ tab }) => ({ kind: 'tab', tab })),
    ...links.map((url) => ({ kind: 'link', url })),
    ...selections.map((index) => ({ kind: 'selection', index })),
  ];
  if (inputs.length === 0) return words('There is nothing to hand on.');
  const calls = inputs.slice(0, 8).map((input) => ({
    name: 'delegate',
    args: { agent: 'researcher', task, inputs: [input], expect: ['report'] },
  }));
  return { text: '', calls };
}

/** The artifacts that a result names, wherever they stand in it. */
function partsIn(result: string): Part[] {
  const within = (value: unknown): Part[] => {
    if (Array.isArray(value)) return value.flatMap(within);
    if (typeof value !== 'object' || value === null) return [];
    const { artifact, version }: { artifact?: unknown; version?: unknown } = value;
    const own = typeof artifact === 'string' && typeof version === 'number' ? [{ artifact, version }] : [];
    return [...own, ...Object.values(value).flatMap(within)];
  };
  return within(parsed(result));
}
