import type { ArtifactVersion, Citation, Provenance, TableContent } from '#lib/core/artifact.ts';
import { fromBoth, LEDGER, NEWS } from './labels.ts';

const cite = (id: string, at: number, page: 'news' | 'ledger', quote: string): Citation => ({
  ...{ id, quote, hash: id.repeat(8), passage: `s1p${id}`, readAt: at },
  ...(page === 'news'
    ? { url: `${NEWS}/heat-pumps`, title: 'The Kestrel: Heat pumps in old houses' }
    : { url: `${LEDGER}/grants-2026`, title: 'Ledger: Grants for heating, 2026' }),
});

const markdown = `Both pages agree that a heat pump uses about a third of the energy of a gas boiler. They part over what it costs to run.

## Running cost

- The Kestrel puts the yearly cost at 910, which is 12 % below gas at the tariff of October [1][2].
- Ledger puts it at 1,240 in the first ten years, because it counts the loan for the pump [3].

## Grants

- Houses built before 1978 get 30 % since March; the figure of 40 % in older articles no longer holds [4].
- An application takes about nine weeks [5].

| | The Kestrel | Ledger |
| --- | --- | --- |
| per year | 910 | 1,240 |
| counts the loan | no | yes |

## Notes

- The table at the end of the Ledger page was cut at 400 rows.
`;

const provenance: Provenance = {
  ...{ by: 'agent', run: 'run-done', agent: 'researcher@1.0.0', engine: 'basic' },
  ...{ calls: ['c1', 'c2', 'c3'], approvals: [], inputs: [] },
};

/** Both versions of a report; the second is shown first. */
export function briefVersions(now: number): ArtifactVersion[] {
  const at = now - 3_500_000;
  const citations = [
    cite(
      '1',
      at,
      'news',
      'Across a year the pump in the trial house used electricity for 910, metered at the October tariff.',
    ),
    cite('2', at, 'news', 'The same house had paid 1,034 for gas in the year before.'),
    cite('3', at, 'ledger', 'With the loan counted in, owners pay 1,240 a year until the tenth year.'),
    cite('4', at, 'ledger', 'Since 1 March the rate for buildings from before 1978 is 30 per cent, down from 40.'),
    cite('5', at, 'ledger', 'The office answers most applications within nine weeks.'),
  ];
  const common = { artifact: 'art-brief', title: 'Brief: heat pumps', citations, provenance, label: fromBoth };
  return [
    {
      ...common,
      version: 1,
      content: { markdown: 'A first version, without the grants [1].' },
      hash: 'h1',
      createdAt: at - 60_000,
    },
    { ...common, version: 2, content: { markdown }, hash: 'h2', createdAt: at },
  ];
}

const hostile = `A claim [1].

![tracker](https://tracker.example/p.png) <img src=x onerror="document.title='attacked'"> <svg onload="document.title='attacked'"></svg>

<script>document.title = 'attacked'</script><iframe src="https://tracker.example"></iframe><form action="https://tracker.example"><input name="q"></form>

<p onclick="document.title='attacked'" style="background: url(https://tracker.example/b.png)" id="app">text</p>

[web](https://news.example/x) [script](javascript:document.title='attacked') [data](data:text/html,x)

The end.
`;

/** A report whose text tries everything that a page could have put into it. */
export function hostileVersion(now: number): ArtifactVersion {
  const citations = [cite('1', now, 'news', '<img src="https://tracker.example/q.png">')];
  return {
    ...{ artifact: 'art-hostile', version: 1, title: 'Hostile <b>report</b>', hash: 'h4', createdAt: now, citations },
    ...{ content: { markdown: hostile }, provenance, label: fromBoth },
  };
}

/** A table that was joined from two: they do not agree on one cell. */
export function tableVersion(now: number): ArtifactVersion {
  const citations = [
    cite('1', now, 'news', 'The same house had paid 1,034 for gas in the year before.'),
    cite('2', now, 'ledger', 'With the loan counted in, owners pay 1,240 a year until the tenth year.'),
  ];
  const row = (name: string, ...costs: TableContent['rows'][number]['cells'][string]) => ({
    cells: { name: [{ value: name, cites: [] }], cost: costs, page: [{ value: `${NEWS}/heat-pumps`, cites: [] }] },
    cites: ['1'],
  });
  const content: TableContent = {
    columns: [
      { id: 'name', title: 'Heating', type: 'text' },
      { id: 'cost', title: 'Cost per year', type: 'number' },
      { id: 'page', title: 'Page', type: 'link' },
    ],
    rows: [
      row('Gas boiler', { value: 1034, cites: ['1'] }),
      row('Heat pump', { value: 910, cites: ['1'], from: [1] }, { value: 1240, cites: ['2'], from: [2] }),
    ],
    notes: ['The Ledger counts the loan for the pump.'],
    parts: ['Costs in The Kestrel', 'Costs in the Ledger'],
  };
  return {
    ...{ artifact: 'art-table', version: 1, title: 'Running costs', hash: 'h5', createdAt: now - 800_000, citations },
    provenance: {
      ...{ ...provenance, agent: 'coordinator@1.0.0', merge: { how: 'union' } },
      inputs: [{ artifact: 'art-brief', version: 2 }],
    },
    ...{ content, label: fromBoth },
  };
}

export function mailVersion(now: number): ArtifactVersion {
  const body =
    'Hello Mira,\n\nhere is the brief on heat pumps. Two of the three sources put the running cost below gas.\n\nBest\nJo';
  return {
    ...{
      artifact: 'art-mail',
      version: 1,
      title: 'Heat pumps: brief',
      hash: 'h3',
      createdAt: now - 900_000,
      citations: [],
    },
    content: { to: ['mira@example.org'], subject: 'Heat pumps: brief', body },
    provenance: {
      ...provenance,
      run: 'run-asking',
      agent: 'correspondent@1.0.0',
      inputs: [{ artifact: 'art-brief', version: 2 }],
    },
    label: fromBoth,
  };
}
