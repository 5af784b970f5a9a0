const fields: Record<string, string> = {
  ...{ to: 'To', cc: 'Cc', bcc: 'Bcc', subject: 'Subject', body: 'Text', text: 'Text', url: 'Address' },
  ...{ press: 'Press', option: 'Option', tab: 'Tab', key: 'Key' },
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
  ends: (lapse: string) => `Ends as a no in ${lapse}. Esc: later.`,
  guard: 'A press does not count within half a second of the card coming or moving.',
  tooEarly: 'It had only just come to stand here. Press once more.',
  list: 'What is asked',
  include: (name: string) => `Answer for ${name} too`,
  exactly: 'Exactly what',
  more: (count: number) => `${count} more`,
  allowAll: (verb: string, picked: number, all: number) =>
    picked === all ? `${verb} all ${all}` : `${verb} ${picked} of ${all}`,
  refuseAll: (verb: string, picked: number, all: number) => (picked === all ? verb : `${verb} ${picked} of ${all}`),
  announced: (headline: string) => `Needs you: ${headline}`,
  leftForLater: 'Left for later.',
  allowed: (scope: 'once' | 'run' | 'always', count: number) => {
    const what = count > 1 ? 'them' : 'it';
    return {
      once: `You allowed ${what} once.`,
      run: `You allowed ${what} for this run.`,
      always: `You allowed ${what} always.`,
    }[scope];
  },
  refused: 'You said no. The agent goes on without it.',
  expired: 'Nobody answered in time, so it ended as a no.',
  late: 'This was answered before, somewhere else.',
  failed: 'The answer could not be stored. Try once more.',
  addContact: (address: string) => `Add ${address} to contacts`,
  isContact: (address: string) => `${address} is in your contacts. What goes there asks less.`,
  underWay: 'Under way…',
  showWhere: 'Show where it stands',
  looking: 'Looking for where it stands…',
  field: (name: string) => fields[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
};
