export const common = {
  name: 'Annex',
  home: 'Home',
  runs: 'Runs',
  library: 'Library',
  schedules: 'Schedules',
  sites: 'Sites',
  settings: 'Settings',
  spend: 'Spend, caps and prices',
  audit: 'Audit',
  back: 'Back',
  search: 'Search or go to…',
  pauseAll: 'Pause all runs',
  more: 'More',
  openWide: 'Open in a tab',
  keyboard: 'Keyboard',
  close: 'Close',
  dismiss: 'Dismiss',
  undo: 'Undo',
  loading: 'Loading',
  inspector: 'Inspector',
  navigation: 'Views',
  fresh: (count: number) => `${count} new`,
  export: 'Export data',
  exported: 'Exported.',
  failed: (what: string) => `That did not work: ${what}`,
  readOnly: (reason: string) => `Annex can only show what it has, and change nothing. ${reason}`,
  full: 'The disk is full; Annex has stopped writing. Free space and it goes on.',
  outdated: 'A newer Annex has taken over its data. Reload this page to go on.',
  reload: 'Reload',
  setAside: (count: number) =>
    count === 1
      ? 'One stored row could not be read. It was set aside; the rest works.'
      : `${count} stored rows could not be read. They were set aside; the rest works.`,
  setAsideRow: (table: string, key: string, why: string) => `${table} ${key}: ${why}`,
  giveTask: 'Give an agent a task',
  noTab: "Press Annex's button on a page to work beside it",
};

export const status = {
  queued: 'queued',
  running: 'running',
  waiting: 'waiting',
  paused: 'paused',
  succeeded: 'done',
  failed: 'failed',
  cancelled: 'stopped',
  rejected: 'refused',
};

export const keys = {
  title: 'Keyboard',
  rows: [
    ['/', 'Write a task'],
    ['g h', 'Home'],
    ['g r', 'Runs'],
    ['g l', 'Library'],
    ['g c', 'Schedules'],
    ['g s', 'Sites'],
    ['j  k', 'Next and previous row'],
    ['Enter', 'Open the row'],
    ['.', 'Actions of the row'],
    ['a', 'First thing that needs you'],
    ['e', 'Edit the question or the schedule that is open'],
    ['Esc', 'Later, or close'],
    ['Ctrl K', 'Search and commands'],
    ['?', 'This list'],
  ] as const,
};

export const palette = {
  title: 'Search and commands',
  none: 'Nothing here goes by that name.',
  newTask: 'New task',
  starter: (agent: string, title: string) => `${agent}: ${title}`,
  run: 'run',
  page: 'view',
  command: 'command',
};
