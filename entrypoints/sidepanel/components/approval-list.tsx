import type { Approval } from '#lib/core/approval.ts';
import type { ApprovalCard } from '../state/approval-card.ts';
import { lineOf } from '../state/payload.ts';
import { t } from '../strings.ts';
import { ApprovalPart } from './approval-part.tsx';
import { ApprovalPayload, usePayload } from './approval-payload.tsx';
import { ControlLine } from './control-line.tsx';
import { Icon } from './icon.tsx';

/** `here`: the run that the rows stand under, where they may be of others. */
type Props = { approvals: readonly Approval[]; card: ApprovalCard; isOpen: boolean; here?: string | undefined };

/** Questions that differ in their values only: a row for each, to be taken out before all are answered; then what came of each. */
export function ApprovalList({ approvals, ...rest }: Props) {
  return (
    <ul class="alike" aria-label={t.approval.list}>
      {approvals.map((approval) => (
        <AlikeRow key={approval.id} approval={approval} {...rest} />
      ))}
    </ul>
  );
}

function AlikeRow({ approval, card, isOpen, here }: Omit<Props, 'approvals'> & { approval: Approval }) {
  const fields = usePayload()(approval);
  const { controls, id, answer } = approval;
  const line = lineOf(approval, fields);
  const name = controls.length > 0 ? controls.map((one) => one.value).join(', ') : line;
  const hasMore = fields.some(
    (one) => one.kind !== 'controls' && !(one.kind === 'text' && one.text === line && !one.editable),
  );
  const asks = isOpen && !answer;
  return (
    <li class="alike-row" data-out={(asks && card.out.value.has(id)) || undefined}>
      {asks ? (
        <label class="alike-pick">
          <input
            type="checkbox"
            aria-label={t.approval.include(name)}
            checked={!card.out.value.has(id)}
            onChange={() => card.toggle(id)}
          />
        </label>
      ) : (
        <AlikeGlyph approval={approval} card={card} />
      )}
      <div class="alike-what">
        {controls.length > 0 ? (
          controls.map((one) => <ControlLine key={`${one.name} ${one.value}`} approval={approval} control={one} />)
        ) : (
          <span class="control-value">{line}</span>
        )}
        {here && <ApprovalPart approval={approval} here={here} />}
        {asks && approval.reasons.length > 0 && hasMore && <RowPayload approval={approval} card={card} line={line} />}
        {!asks && <span class="quiet">{endOf(approval, card, isOpen)}</span>}
      </div>
    </li>
  );
}

function RowPayload({ approval, card, line }: { approval: Approval; card: ApprovalCard; line: string }) {
  const showsLine = approval.controls.length > 0 && line !== approval.headline;
  return (
    <details class="alike-payload">
      <summary>{showsLine ? line : t.approval.exactly}</summary>
      <ApprovalPayload approval={approval} card={card} isOpen without="controls" />
    </details>
  );
}

function AlikeGlyph({ approval, card }: { approval: Approval; card: ApprovalCard }) {
  const isGood = approval.answer?.kind === 'allow' && !card.late.value.has(approval.id);
  return (
    <span class="glyph" data-tone={isGood ? 'good' : 'calm'}>
      <Icon name={isGood ? 'check' : 'ban'} />
    </span>
  );
}

/** On a card that is still open, what has an answer got it elsewhere. */
function endOf({ id, answer, outcome }: Approval, card: ApprovalCard, isOpen: boolean): string {
  if (card.late.value.has(id) || isOpen) return [t.approval.late, outcome].filter(Boolean).join(' ');
  return outcome ?? (answer?.kind === 'allow' ? t.approval.underWay : '');
}
