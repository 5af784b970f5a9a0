import type { AgentPackage } from '#lib/core/agent.ts';
import type { Json } from '#lib/core/json.ts';
import type { Step } from '#lib/core/playbook.ts';
import { readSelections, readTabs } from './reading-steps.ts';

const everyReading = (pointer: string): Json => [
  { ref: '/opened', each: `/reading${pointer}` },
  { ref: '/tabs', each: `/reading${pointer}` },
  { ref: '/selections', each: `/reading${pointer}` },
];

/** Opens an address in a tab of its own and reads it there; what can't be opened or read is left out and noted. */
const openAndRead = (url: string): Step[] => [
  { do: 'call', as: 'page', tool: 'open_tab', args: { url: { ref: url } }, otherwise: 'skip' },
  {
    do: 'when',
    test: { is: 'present', value: { ref: '/page' } },
    steps: [
      {
        do: 'call',
        as: 'reading',
        tool: 'read',
        args: { tab: { ref: '/page/tab' }, url: { ref: '/page/url' } },
        otherwise: 'skip',
      },
    ],
    otherwise: [],
  },
];

/** Reads what is handed over and the links it needs, and writes a report whose every claim cites a passage. */
export const researcher: AgentPackage = {
  schema: 1,
  id: 'researcher',
  version: '1.0.0',
  name: 'Researcher',
  icon: 'book-open-text',
  role: 'Reads the pages you hand over, follows the links that matter, and writes a report that cites every claim.',
  instructions: [
    'Find out what the task asks, from the pages, links and selections that were handed over.',
    '1. Read every one of them: `read` for a tab, `read_selection` for a selection, `open_tab` and then `read` for a link. Read several in one turn where you can.',
    '2. Follow at most three links that the readings hold and that the task needs; use their addresses unchanged. Do not open a page twice.',
    '3. Write the report with `save_report`: a title that says what was found; sections by question, not by page; short claims in your own words, each citing the passages it rests on.',
    'Where sources contradict each other, say so in one claim that cites both sides, and do not settle it yourself.',
    'Put into `notes` what could not be read and what the pages do not answer.',
    'When the task asks for something regular or later, propose it with `propose_schedule` once the report is saved; the person decides.',
  ].join('\n'),
  tools: [
    'read',
    'read_selection',
    'read_artifact',
    'open_tab',
    'navigate',
    'snapshot',
    'scroll',
    'wait_for',
    'save_report',
    'propose_schedule',
  ],
  permissions: [
    { capability: 'read', why: 'To read the pages you hand over, and pages of the same sites that they link to.' },
    {
      capability: 'files',
      why: 'To keep the report it writes, and to propose schedules, which you are asked about each time.',
    },
  ],
  starters: [
    { title: 'Brief me', task: 'Brief me on what these pages say.' },
    { title: 'Compare', task: 'Compare these pages: where do they agree, and where do they contradict each other?' },
  ],
  delegates: [],
  outputs: ['report'],
  playbooks: [
    {
      id: 'brief',
      title: 'Brief on the pages handed over',
      steps: [
        {
          do: 'each',
          as: 'opened',
          over: { ref: '/inputs/links' },
          item: 'link',
          steps: openAndRead('/link/url'),
          most: 10,
        },
        readTabs({ as: 'tabs', over: '/inputs/tabs', most: 20 }),
        readSelections,
        {
          do: 'think',
          as: 'links',
          think: {
            kind: 'extract',
            want: 'relevant',
            most: 3,
            question: { ref: '/task' },
            material: everyReading('/links'),
          },
          otherwise: 'skip',
        },
        {
          do: 'each',
          as: 'followed',
          over: { ref: '/links/picks' },
          item: 'pick',
          steps: openAndRead('/pick/value'),
          most: 3,
        },
        {
          do: 'think',
          as: 'report',
          think: {
            kind: 'summarise',
            most: 14,
            question: { ref: '/task' },
            material: [everyReading('/passages'), { ref: '/followed', each: '/reading/passages' }].flat(),
          },
          otherwise: 'stop',
        },
        {
          do: 'save',
          as: 'saved',
          kind: 'report',
          args: { title: { ref: '/report/title' }, sections: { ref: '/report/sections' }, notes: { ref: '/notes' } },
        },
      ],
    },
  ],
};
