export const data = {
  title: 'Your data',
  why: 'Everything is stored in this browser profile. An export is one file of JSON Lines, without keys.',
  keep: 'Keep the texts of old runs',
  keepFor: (days: number) => (days === 365 ? 'for a year after their end' : `for ${days} days after their end`),
  forEver: 'for ever',
  keepWhy:
    'After that, what pages said and models answered is dropped. What happened, what it cost and everything made stays.',
  keepSaved: 'Saved. It is done when Annex has nothing else to do.',
  import: 'Import data',
  importing: 'Importing…',
  importWhy:
    'What is here stays as it is. Runs come in paused and schedules off. Import only files that you exported yourself: what is in them counts as yours.',
  trusted: 'Take over permissions and settings too',
  imported: (added: number, kept: number, refused: number) =>
    `${rows(added)} added, ${kept} here already, ${refused} refused.`,
  refusedWhy: 'Why lines were refused',
  dropped: (when: string) =>
    `Texts of pages and answers were dropped on ${when}, as set in the settings. What was made is kept.`,
  dropping: 'Texts of pages and answers are being dropped, as set in the settings. What was made is kept.',
};

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
