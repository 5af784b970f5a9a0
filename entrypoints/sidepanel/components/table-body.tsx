import { cellOf, saidBy } from '#lib/artifacts/table-text.ts';
import type { CellValue, Citation, TableContent, TableRow } from '#lib/core/artifact.ts';
import { siteOf } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { type Citations, useCitations } from '../state/use-citations.ts';
import { artifact as artifactWords } from '../strings/artifact.ts';
import { CitationCard } from './citation-card.tsx';

type Props = { table: TableContent; citations: Citation[] };

/** A table with the chips of what its cells and rows rest on. Where its parts do not agree, each value stands with who said so. */
export function TableBody({ table, citations }: Props) {
  const chips = useCitations(citations);
  return (
    <>
      <div class="report made-table" {...handlersOf(chips)}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.id} scope="col" data-type={column.type}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <Line key={index} row={row} table={table} citations={citations} />
            ))}
          </tbody>
        </table>
      </div>
      {table.notes.length > 0 && (
        <section class="report">
          <h2>{artifactWords.aboutSources}</h2>
          <ul>
            {table.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <CitationCard chips={chips} />
    </>
  );
}

function handlersOf(chips: Citations) {
  return {
    onClick: (event: MouseEvent) => {
      if (event.target instanceof Element) chips.press(event.target);
    },
    onPointerOver: (event: PointerEvent) => chips.point(event.target),
    onPointerOut: () => chips.leaveSoon(),
    onFocusIn: (event: FocusEvent) => chips.point(event.target),
    onFocusOut: () => chips.leaveSoon(),
  };
}

type LineProps = { row: TableRow; table: TableContent; citations: Citation[] };

function Line({ row, table, citations }: LineProps) {
  return (
    <tr>
      {table.columns.map(({ id, type }, index) => {
        const values = cellOf(row, id);
        const isLast = index === table.columns.length - 1;
        return (
          <td key={id} data-type={type} data-state={values.length > 1 ? 'differs' : undefined}>
            {values.map((value) => (
              <p key={String(value.value)}>
                <Value value={value} />
                <Chips cites={value.cites} citations={citations} />
                {saidBy(value, table).map((part) => (
                  <span key={part} class="said-by">
                    {part}
                  </span>
                ))}
              </p>
            ))}
            {isLast && <Chips cites={row.cites} citations={citations} />}
          </td>
        );
      })}
    </tr>
  );
}

function Value({ value: { value } }: { value: CellValue }) {
  const { act } = useApp();
  const text = typeof value === 'number' ? value.toLocaleString() : value;
  if (typeof value !== 'string' || siteOf(value) === undefined) return <span>{text}</span>;
  return (
    <a
      href={value}
      onClick={(event) => {
        event.preventDefault();
        void act.openTab(value);
      }}
    >
      {text}
    </a>
  );
}

function Chips({ cites, citations }: { cites: readonly string[]; citations: readonly Citation[] }) {
  const known = cites.flatMap((id) => citations.find((one) => one.id === id) ?? []);
  if (known.length === 0) return null;
  return (
    <span class="cites">
      {known.map(({ id, title }) => (
        <button key={id} type="button" class="cite" data-cite={id} aria-label={artifactWords.citation(id, title)}>
          {id}
        </button>
      ))}
    </span>
  );
}
