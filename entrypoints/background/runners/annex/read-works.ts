import { artifactAsText, passagesOf } from '#lib/artifacts/readable.ts';
import { knownArtifacts } from '#lib/broker/delegation/known.ts';
import { siteLabel } from '#lib/core/label.ts';
import { siteOf } from '#lib/core/site.ts';
import { failed } from '../runner.ts';
import { sourceNumber } from '../sources.ts';
import { noSuchArtifact } from './no-such-artifact.ts';
import type { Work } from './work.ts';

export const readSelectionWork: Work = async ({ state, call }) => {
  const selections = state.inputs.filter((input) => input.kind === 'selection');
  const chosen = selections[Number(call.args.index)];
  if (!chosen)
    return failed(`There is no selection ${call.args.index}; there are ${selections.length}, counted from 0.`);
  const id = `s${sourceNumber(state, call.id)}p1`;
  const value = {
    url: chosen.url,
    title: chosen.title,
    passages: [{ id, text: chosen.text, source: chosen.title }],
    links: [],
    elsewhere: [],
    notes: [],
  };
  return {
    kind: 'done',
    value,
    label: siteLabel(siteOf(chosen.url) ?? chosen.url),
    words: `Read the selection from "${chosen.title}"`,
  };
};

export const readArtifactWork: Work = async ({ state, call }, { artifacts }) => {
  const id = String(call.args.artifact);
  const wanted = typeof call.args.version === 'number' ? call.args.version : undefined;
  const version = knownArtifacts(state).has(id) ? await artifacts.get(id, wanted) : undefined;
  if (!version) return noSuchArtifact(id, state);
  const source = sourceNumber(state, call.id);
  const passages = passagesOf(version).map((one, index) => ({
    ...one,
    id: `s${source}p${index + 1}`,
    source: version.title,
  }));
  const value = {
    artifact: id,
    version: version.version,
    title: version.title,
    text: artifactAsText(version),
    passages,
  };
  return { kind: 'done', value, label: version.label, words: `Read "${version.title}"` };
};
