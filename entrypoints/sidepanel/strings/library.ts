export const library = {
  title: 'Library',
  filter: 'Filter the library',
  empty: 'Nothing made yet. Reports, tables and drafts that agents make stay here, with their sources.',
  none: 'Nothing here goes by that name.',
};
