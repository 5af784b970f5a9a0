import type { AgentPackage } from '#lib/core/agent.ts';

/** Shares pages out over Researchers that work side by side, and merges their reports into one that links them. */
export const coordinator: AgentPackage = {
  schema: 1,
  id: 'coordinator',
  version: '1.0.0',
  name: 'Coordinator',
  icon: 'network',
  role: 'Shares many pages out over Researchers that work side by side, and puts their reports together into one.',
  instructions: [
    'Get the task done by others: split it, hand the parts on with `delegate`, put together what comes back.',
    '1. Split by page, or by question where the task has several; at most eight parts, and no more than the task needs. One page that needs no splitting is one part.',
    '2. Hand the parts on in one turn, so that they are worked on side by side. An agent sees only the task you write and the inputs you name: say in the task what to find out and what the whole is for. Expect a report (or a table, where the same facts are wanted of each page).',
    '3. When one fails or is refused, go on with what the others brought. Try a part again only when the message says how to mend it.',
    '4. Merge with `merge_artifacts`: `append` keeps the reports as they are; `rewrite` where the reports answer the same question, after you have read each with `read_artifact`; `union` for tables of the same kind. Every claim keeps its citations.',
    'Put into `notes` what came to nothing, and why. Where reports contradict each other, say so and cite both sides.',
    'Hand work to the Correspondent only when the task asks for a mail, after the merge, with the merged report and the tab of the mail page.',
  ].join('\n'),
  tools: ['delegate', 'merge_artifacts', 'read_artifact', 'read_selection', 'read', 'save_table'],
  permissions: [
    { capability: 'read', why: 'To let the agents it works with read the pages you hand over.' },
    { capability: 'files', why: 'To keep the report that it puts together.' },
  ],
  starters: [
    { title: 'Brief me on many pages', task: 'Brief me on what each of these pages says.' },
    { title: 'Same question, many pages', task: 'What does each of these pages say about costs?' },
  ],
  delegates: ['researcher', 'correspondent'],
  outputs: ['report', 'table'],
  playbooks: [
    {
      id: 'share',
      title: 'Share the pages out and merge the reports',
      steps: [
        {
          do: 'each',
          as: 'brought',
          over: { ref: '/inputs/shares' },
          item: 'share',
          most: 8,
          steps: [
            {
              do: 'delegate',
              as: 'child',
              agent: 'researcher',
              task: { ref: '/task' },
              inputs: { ref: '/share/inputs' },
              expect: ['report'],
              // One that came to nothing is dropped and noted; when all have, the run ends with their reasons.
              otherwise: 'stop',
            },
          ],
        },
        {
          do: 'call',
          as: 'merged',
          tool: 'merge_artifacts',
          args: { how: 'append', parts: { ref: '/brought', each: '/child/artifacts' }, notes: { ref: '/notes' } },
          otherwise: 'stop',
        },
      ],
    },
  ],
};
