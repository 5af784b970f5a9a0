import { coordinated } from './stand-in-model-delegate.ts';
import {
  byTask,
  type Made,
  madeIn,
  numberIn,
  type Passage,
  passagesIn,
  sentenceOf,
  type Told,
  toldIn,
} from './stand-in-model-reading.ts';
import { type Answer, type Body, calling, words } from './stand-in-model-wire.ts';

/** What a model that can use tools would do next. Nothing is known here but the messages. */
export function planned(body: Body): Answer {
  const told = toldIn(body);
  const made = madeIn(body);
  const offered = new Set((body.tools ?? []).map((tool) => tool.function.name));
  if (offered.has('delegate')) return coordinated(told, made);
  const asMail = offered.has('compose');
  const next = nextReading(told, made, { offered, asMail });
  if (next) return next;
  return asMail ? mailed(told, made, offered) : reported(told, made);
}

/** One reading per turn: artifacts, selections, tabs, links. The mail page itself is read only when nothing else was handed over. */
function nextReading(
  told: Told,
  made: readonly Made[],
  { offered, asMail }: { offered: ReadonlySet<string>; asMail: boolean },
): Answer | undefined {
  const tried = (name: string, key: string, value: unknown) =>
    made.some((one) => one.name === name && one.args[key] === value);
  const mailTab = asMail ? mailTabOf(told)?.tab : undefined;
  const others = told.tabs.filter((one) => one.tab !== mailTab);
  const alone = others.length + told.artifacts.length + told.selections.length === 0;
  const candidates: [string, string, unknown][] = [
    ...told.artifacts.map((id): [string, string, unknown] => ['read_artifact', 'artifact', id]),
    ...told.selections.map((index): [string, string, unknown] => ['read_selection', 'index', index]),
    ...(alone ? told.tabs : others).map((one): [string, string, unknown] => ['read', 'tab', one.tab]),
    ...told.links.map((url): [string, string, unknown] => ['open_tab', 'url', url]),
    ...made.flatMap((one): [string, string, unknown][] => {
      const tab = one.name === 'open_tab' && one.went === 'done' ? numberIn(one.result, 'tab') : undefined;
      return tab === undefined ? [] : [['read', 'tab', tab]];
    }),
  ];
  const open = candidates.find(([name, key, value]) => offered.has(name) && !tried(name, key, value));
  return open && calling(open[0], { [open[1]]: open[2] });
}

function readings(made: readonly Made[]): Passage[][] {
  return made
    .filter((one) => one.name.startsWith('read') && one.went === 'done')
    .map((one) => passagesIn(one.result))
    .filter((passages) => passages.length > 0);
}

function reported(told: Told, made: readonly Made[]): Answer {
  const saved = made.filter((one) => one.name === 'save_report');
  const last = saved.at(-1);
  if (last?.went === 'done')
    return words('The report is saved. Every claim in it cites the passage it was taken from.');
  const read = readings(made);
  if (read.length === 0) return words('Nothing could be read, so there is no report.');
  if (saved.length >= 2) return words('The report could not be saved.');
  const sections = read.map((passages) => ({
    heading: passages[0]?.source || 'What was read',
    claims: byTask(passages, told.task)
      .slice(0, 3)
      .map((passage) => ({ text: sentenceOf(passage.text), cites: [passage.id] })),
  }));
  return calling('save_report', { title: `Report: ${told.task.slice(0, 80)}`, sections });
}

function mailed(told: Told, made: readonly Made[], offered: ReadonlySet<string>): Answer {
  const tab = mailTabOf(told)?.tab;
  const to = told.task.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? [];
  const mail = { to, ...mailFrom(told, made) };
  const last = (name: string) => made.findLast((one) => one.name === name);
  const times = (name: string) => made.filter((one) => one.name === name).length;

  if (offered.has('save_draft') && times('save_draft') === 0) return calling('save_draft', mail);
  if (tab === undefined) return words('The mail is kept as a draft; no mail page was handed over.');
  const composed = last('compose');
  if (!composed || (composed.went === 'wrong' && times('compose') < 2)) return calling('compose', { tab, ...mail });
  if (composed.went !== 'done') return words('The mail could not be put into the form.');
  const sent = last('send');
  if (sent?.went === 'done') return words(`The mail to ${to.join(', ')} was sent.`);
  if (sent) return words('The mail was not sent. It stands ready in the form.');
  return to.length > 0
    ? calling('send', { tab })
    : words('The mail stands ready in the form; nobody was named to send it to.');
}

function mailFrom(told: Told, made: readonly Made[]): { subject: string; body: string } {
  const passages = readings(made).flat();
  const lines = byTask(passages, told.task)
    .slice(0, 5)
    .map((passage) => `- ${sentenceOf(passage.text).replace(/\s*\[\d+\]/g, '')}`);
  const name = /\bto (\p{Lu}\p{Ll}+)/u.exec(told.task)?.[1];
  const subject = passages[0]?.source || told.task.slice(0, 60) || 'A note';
  return {
    subject,
    body: [name ? `Hello ${name},` : 'Hello,', '', 'here is what was found:', ...lines, '', 'Best regards'].join('\n'),
  };
}

const mailTabOf = ({ tabs }: Told) =>
  tabs.find((one) => /mail|inbox|compose/i.test(`${one.url} ${one.title}`)) ?? tabs.at(-1);
