export const home = {
  needsYou: 'Needs you',
  running: 'Running',
  doneToday: 'Done today',
  recent: 'Recent',
  agents: 'Agents',
  review: 'Review',
  forRun: (title: string) => `for ${title}`,
  answered: 'answered',
  moved: 'moved on',
  steps: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
  version: (version: number) => `v${version}`,
  kind: { report: 'report', draft: 'draft', table: 'table' },
  nothingRuns: 'Nothing runs. Write below what should be done, or pick a starter.',
  firstTitle: 'Agents that work beside your pages',
  first:
    'They read the pages you hand them, write reports whose every claim points to a passage, and fill in mails. They ask before anything is sent.',
  tryNow: 'Read this page and write a brief',
  tryTask: 'Read this page and write a brief of what it says.',
  tryWith: (title: string) => `with "${title}"`,
  tryNoPage: 'Open a web page in this window first. Then Annex can read it.',
  openLibrary: 'Library',
};

export const needs = {
  title: 'Needs you',
  reviewAll: 'Review all',
  nothing: 'Nothing needs you. What an agent may not do by itself is asked here.',
  stuck: 'Cannot go on by themselves',
  someRun: 'A run',
};

export const composer = {
  label: 'What should be done?',
  start: 'Start',
  schedule: 'Schedule this task…',
  starting: 'Starting…',
  held: 'What you start now waits until you go on.',
  context: 'Handed over with the task',
  agent: 'Agent',
  engine: 'Engine',
  addTab: 'tab',
  addLabel: 'Add a tab or an artifact',
  openTabs: 'Open tabs',
  artifacts: 'Library',
  noTabs: 'No other web page is open in this window.',
  unseenTabs:
    'Chrome shows Annex only the pages it was let into. For the rest it asks by the name "Read your browsing history"; Annex looks at titles and addresses of open tabs only.',
  seeTabs: 'Show my open tabs',
  remove: (what: string) => `Remove ${what}`,
  refused: (sites: string) => `Chrome has not let Annex in to ${sites}. Nothing was started and nothing was read.`,
  failed: (why: string) => `The task was not started: ${why}`,
  offline: (engine: string) => `You are offline, and ${engine} is not on this device.`,
  useBasic: 'Use Basic',
  noEngine: 'No engine yet',
  noAgent: 'No agents yet',
};

export const allow = (sites: string) => `Allow ${sites}`;
