import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { moveInRow, moveToRow, rovingRows } from '../state/roving.ts';

type Props = {
  label: string;
  children: ComponentChildren;
  /** A list whose order says something: the journal of a run. */
  kind?: 'rows' | 'timeline';
  onHold?: (held: boolean) => void;
};

/** Rows that are one tab stop: arrow keys move between them, left and right reach a row's own buttons. */
export function RowList({ label, children, kind = 'rows', onHold }: Props) {
  const list = useRef<HTMLUListElement & HTMLOListElement>(null);
  const List = kind === 'timeline' ? 'ol' : 'ul';
  useEffect(() => {
    if (list.current) rovingRows(list.current);
  });
  return (
    <List
      ref={list}
      class={kind}
      aria-label={label}
      onPointerEnter={() => onHold?.(true)}
      onPointerLeave={() => onHold?.(false)}
      onFocusIn={(event) => {
        if (event.target instanceof HTMLElement) rovingRows(event.currentTarget, event.target.closest('[data-row]'));
      }}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
        if (moveToRow(event.currentTarget, event.target, event.key) || moveInRow(event.target, event.key))
          event.preventDefault();
      }}
    >
      {children}
    </List>
  );
}
