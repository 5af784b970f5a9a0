import { delegation } from '#lib/core/delegation.ts';
import { defineTool } from './define.ts';

export const delegate = defineTool({
  name: 'delegate',
  capability: 'files',
  effect: 'draft',
  where: 'annex',
  lasting: true,
  description: [
    'Hands a part of the work to another agent and comes back with how that ended and which artifacts it made. Call it several times in one turn to let them work side by side.',
    'The agent sees only the `task`, so say in it all that it needs to know, and the `inputs`: tabs, links, selections and artifacts of this run, by reference.',
    '`expect` names the kinds of artifact that have to come of it. Read what came back with `read_artifact`, or put it together with `merge_artifacts`.',
  ].join(' '),
  args: delegation,
  words: ({ agent, task }) => {
    const what = task.length > 60 ? `${task.slice(0, 59).trimEnd()}…` : task;
    return { doing: `Handing on to ${agent}: "${what}"`, did: `Handed on to ${agent}: "${what}"` };
  },
});
