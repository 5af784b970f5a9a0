/** The words of the audit; they come with its view. */
export const audit = {
  title: 'Audit',
  intro:
    'Every permission, verdict, answer, sending, budget and schedule, as it happened. Nothing here is ever changed.',
  filter: 'Filter the audit',
  empty: 'Nothing has happened yet. What agents do, and what you allow them, is written down here.',
  none: 'Nothing fits that.',
  newest: (shown: number) => `The newest ${shown} entries. An export has all of them.`,
  verify: 'Check that nothing was changed',
  verifying: 'Checking…',
  whole: (rows: number) =>
    rows === 1 ? 'The one entry is as it was written.' : `All ${rows} entries are as they were written.`,
  changed: (seq: number) => `Entry ${seq} is not as it was written. Those before it are.`,
  missing: (seq: number, count: number) =>
    `${count === 1 ? 'An entry is' : `${count} entries are`} missing where number ${seq} stands or should stand. Those before are as they were written.`,
  export: 'Export audit',
  exported: 'Exported. Each line holds the hash of itself and of the one before it.',
  raw: 'The entry as it is stored',
  by: { user: 'by you', policy: 'by a rule' } as Record<string, string>,
};

/** What kinds of entries say, before who and where. */
export const deeds: Record<string, string> = {
  verdict: 'Decided about a call',
  'approval-requested': 'Asked you',
  'approval-answered': 'A question was answered',
  send: 'Sent',
  'cut-off': 'Cut off in the middle of a call',
  'run-ended': 'A run ended',
  'grant-set': 'Permission set',
  'grant-revoked': 'Permission revoked',
  'site-set': 'Site setting changed',
  'budget-set': 'Budget of a run changed',
  'limits-set': 'Caps changed',
  'price-set': 'Price of a model changed',
  'cap-reached': 'A cap was reached',
  'retention-set': 'How long texts are kept was changed',
  compacted: 'Texts of old runs dropped',
  exported: 'Data exported',
  imported: 'Data imported',
  'audit-exported': 'Audit exported',
  'schedule-created': 'Schedule created',
  'schedule-changed': 'Schedule changed',
  'schedule-removed': 'Schedule removed',
  'schedule-on': 'Schedule switched on',
  'schedule-paused': 'Schedule paused',
  'schedule-over': 'Schedule is over',
  'schedule-started': 'A schedule started a run',
  'schedule-skipped': 'A due time was skipped',
  'schedule-buffered': 'A due time waits for the run before it',
  'schedule-failed': 'A schedule could not start its run',
};
