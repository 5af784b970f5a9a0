/** Makes one row of a list the tab stop: `current`, or the one that was, or the first. Buttons inside rows are reached by arrow keys. */
export function rovingRows(list: HTMLElement, current: Element | null = null): void {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const stop =
    rows.find((row) => row === current) ?? rows.find((row) => row.tabIndex === 0 && row.dataset.stop) ?? rows[0];
  for (const row of rows) {
    row.tabIndex = row === stop ? 0 : -1;
    if (row === stop) row.dataset.stop = 'true';
    else delete row.dataset.stop;
  }
  for (const action of list.querySelectorAll<HTMLElement>('[data-row-action]')) action.tabIndex = -1;
}

/** Moves between rows: the arrow keys, Home and End. True when it moved. */
export function moveToRow(scope: HTMLElement, from: HTMLElement, key: string): boolean {
  if (isEditable(from)) return false;
  const rows = [...scope.querySelectorAll<HTMLElement>('[data-row]')];
  const here = rows.indexOf(from.closest('li')?.querySelector<HTMLElement>('[data-row]') ?? from);
  const steps: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 };
  const target = rows[steps[key] ?? -1];
  target?.focus();
  return target !== undefined;
}

/** Moves inside a row: right to its next button, left back. */
export function moveInRow(from: HTMLElement, key: string): boolean {
  if (isEditable(from)) return false;
  const row = from.closest('li');
  if (!row || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return false;
  // Rows that hang below this one have stops of their own.
  const all = [...row.querySelectorAll<HTMLElement>('[data-row], [data-row-action]')];
  const stops = all.filter((stop) => stop.closest('li') === row);
  const target = stops[stops.indexOf(from) + (key === 'ArrowRight' ? 1 : -1)];
  target?.focus();
  return target !== undefined;
}

/** Moves between the items of an open menu, round and round. True when the key is one of the menu's. */
export function moveInMenu(menu: HTMLElement, key: string): boolean {
  if (menu.querySelector('input:focus, textarea:focus, select:focus')) return false;
  const items = [...menu.querySelectorAll<HTMLElement>('.menu-item:not(:disabled)')];
  const here = items.findIndex((item) => item.matches(':focus'));
  const steps: Record<string, number> = {
    ArrowDown: here + 1,
    j: here + 1,
    ArrowUp: here - 1,
    k: here - 1,
    Home: 0,
    End: -1,
  };
  const step = steps[key];
  if (step === undefined || items.length === 0) return false;
  items[(Math.max(step, -1) + items.length) % items.length]?.focus();
  return true;
}

export function isEditable(element: Element): boolean {
  return element.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
}
