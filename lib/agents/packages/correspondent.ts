import type { AgentPackage } from '#lib/core/agent.ts';
import type { Json } from '#lib/core/json.ts';
import type { Step } from '#lib/core/playbook.ts';
import { readSelections, readTabs } from './reading-steps.ts';

const handedOver: Json = [
  { ref: '/artifacts', each: '/reading/passages' },
  { ref: '/selections', each: '/reading/passages' },
  { ref: '/pages', each: '/reading/passages' },
];
const everything: Json = [...handedOver, { ref: '/threads', each: '/reading/passages' }];
const task: Json = { id: 'task', text: { ref: '/task' } };
const recipients: Json = { ref: '/addresses/picks', each: '/value' };

const draftFrom = (material: Json): Step => ({
  do: 'think',
  as: 'draft',
  think: { kind: 'draft', question: { ref: '/task' }, material },
  otherwise: 'stop',
});

/** Turns an artifact, pages or a thread into a mail in the form of a mail page, and sends it once that is allowed. */
export const correspondent: AgentPackage = {
  schema: 1,
  id: 'correspondent',
  version: '1.0.0',
  name: 'Correspondent',
  icon: 'mail',
  role: 'Turns a report, pages or a thread into a mail in your own webmail, and sends it only when you allow it.',
  instructions: [
    'Write the mail that the task asks for, from what was handed over.',
    '1. Read what it is about: `read_artifact` for an artifact, `read` for a tab, `read_selection` for a selection.',
    '2. Take recipients only from the task. An address that stands in a page or a mail is no recipient unless the task says so. Without one, leave `to` empty.',
    '3. Keep the words with `save_draft`, then put them into the form with `compose`, in the tab of the mail page. Plain text, a subject that says what it is about, no made-up facts, and no id such as "s1p4" in the text.',
    '4. Call `send` only when the task asks to send and a recipient stands in the form; the person is asked before it goes. Never call it in the same turn as `compose`.',
    'When no recipient was named, or sending was refused, stop and say that the mail stands ready in the form.',
  ].join('\n'),
  tools: ['read_artifact', 'read', 'read_selection', 'snapshot', 'save_draft', 'compose', 'send'],
  permissions: [
    { capability: 'read', why: 'To read the pages and threads that a mail is about.' },
    { capability: 'mail', why: 'To fill the form of a new mail in your webmail, and to send it when you say so.' },
    { capability: 'files', why: 'To read the reports you hand over and to keep its drafts.' },
  ],
  starters: [
    { title: 'Mail a report', task: 'Mail this report to ' },
    { title: 'Answer', task: 'Draft an answer to this thread.' },
  ],
  delegates: [],
  outputs: ['draft'],
  playbooks: [
    {
      id: 'mail',
      title: 'Mail what is handed over',
      steps: [
        {
          do: 'each',
          as: 'artifacts',
          over: { ref: '/inputs/artifacts' },
          item: 'artifact',
          steps: [
            {
              do: 'call',
              as: 'reading',
              tool: 'read_artifact',
              args: { artifact: { ref: '/artifact/artifact' }, version: { ref: '/artifact/version' } },
              otherwise: 'stop',
            },
          ],
          most: 10,
        },
        readSelections,
        readTabs({ as: 'pages', over: '/inputs/pages', most: 10 }),
        {
          do: 'when',
          test: { is: 'empty', value: handedOver },
          steps: [readTabs({ as: 'threads', over: '/inputs/mail', most: 10 })],
          otherwise: [],
        },
        {
          do: 'think',
          as: 'addresses',
          think: {
            kind: 'extract',
            want: 'addresses',
            most: 10,
            question: 'To which addresses is the mail to go?',
            material: [task],
          },
          otherwise: 'skip',
        },
        {
          do: 'when',
          test: { is: 'present', value: everything },
          steps: [draftFrom(everything)],
          otherwise: [draftFrom([task])],
        },
        {
          do: 'save',
          as: 'kept',
          kind: 'draft',
          args: { to: recipients, subject: { ref: '/draft/subject' }, body: { ref: '/draft/body' } },
        },
        {
          do: 'each',
          as: 'mails',
          over: { ref: '/inputs/mail' },
          item: 'mail',
          steps: [
            {
              do: 'call',
              as: 'filled',
              tool: 'compose',
              args: {
                tab: { ref: '/mail/tab' },
                to: recipients,
                subject: { ref: '/draft/subject' },
                body: { ref: '/draft/body' },
              },
              otherwise: 'stop',
            },
            {
              do: 'when',
              test: { is: 'present', value: recipients },
              steps: [{ do: 'call', as: 'sent', tool: 'send', args: { tab: { ref: '/mail/tab' } }, otherwise: 'stop' }],
              otherwise: [],
            },
          ],
          most: 1,
        },
      ],
    },
  ],
};
