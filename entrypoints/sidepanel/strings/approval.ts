const fields: Record<string, string> = {
  ...{ to: 'To', cc: 'Cc', bcc: 'Bcc', subject: 'Subject', body: 'Text', text: 'Text', url: 'Address' },
  ...{ option: 'Option', tab: 'Tab', key: 'Key' },
};

export const approval = {
  wants: (agent: string, headline: string, site: string) => {
    if (headline.includes(agent)) return `${headline}?`;
    const where = site && !headline.includes(site) ? ` on ${site}` : '';
    return `${agent} wants to ${headline.charAt(0).toLowerCase()}${headline.slice(1)}${where}`;
  },
  forRun: 'For the part',
  why: 'Why asked:',
  edit: 'Edit',
  editField: (field: string) => `Edit ${field.toLowerCase()}`,
  done: 'Done',
  edited: 'edited by you',
  showAll: (lines: number) => `Show all ${lines} lines`,
  showLess: 'Show less',
  scopes: 'How far this goes',
  once: 'once',
  thisRun: 'this run',
  always: (site: string) => `always on ${site}`,
  alwaysTo: (domains: string) => `always to ${domains} here`,
  later: 'Esc leaves it for later.',
  until: (date: string) => `Unanswered, it ends as a no on ${date}.`,
  announced: (headline: string) => `Needs you: ${headline}`,
  leftForLater: 'Left for later.',
  allowed: (scope: 'once' | 'run' | 'always') =>
    ({ once: 'You allowed it once.', run: 'You allowed it for this run.', always: 'You allowed it always.' })[scope],
  refused: 'You said no. The agent goes on without it.',
  expired: 'Nobody answered in time, so it ended as a no.',
  late: 'This was answered before, somewhere else.',
  failed: 'The answer could not be stored. Try once more.',
  underWay: 'Under way…',
  openSource: (url: string) => `Open ${url}`,
  field: (name: string) => fields[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
};
