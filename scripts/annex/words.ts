import type { Outcome } from '#lib/core/call.ts';
import type { RunEvent } from '#lib/core/event.ts';
import type { Tree } from '../../entrypoints/driver/driver.ts';

/** What a person reads of one event, as lines; nothing for those that say what the next one says better. */
export function wordsOf({ happening }: RunEvent, { approvals }: Pick<Tree, 'approvals'>): string[] {
  switch (happening.kind) {
    case 'model-requested':
      return [`${happening.what} …`];
    case 'model-ended':
      return happening.end.kind === 'failed' ? [`The engine did not answer: ${happening.end.problem.message}`] : [];
    case 'call-decided':
      return happening.verdict === 'allow' ? [`${happening.words} …`] : [];
    case 'call-ended':
      return [outcomeWords(happening.outcome)];
    case 'approval-requested': {
      const asked = approvals.find((one) => one.id === happening.approval);
      return asked ? [`Asks: ${asked.headline}`, ...asked.reasons.map((reason) => `  ${reason}`)] : [];
    }
    case 'approval-answered':
      return [`Answered: ${happening.answer}${happening.answer === 'allow' ? ` (${happening.scope})` : ''}`];
    case 'run-recovered':
      return [`Went on after a break: ${happening.what}`];
    case 'run-waiting':
      return happening.on === 'approval' ? [] : [`Waits: ${happening.reason}`];
    case 'run-paused':
      return [`Paused: ${happening.reason}`];
    case 'run-ended':
      return [`Ended, ${happening.state}${happening.reason ? `: ${happening.reason}` : ''}`];
    default:
      return [];
  }
}

function outcomeWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'done':
      return outcome.words;
    case 'denied':
      return `Not allowed: ${outcome.message}`;
    case 'failed':
      return `Did not work: ${outcome.message}`;
    case 'uncertain':
      return `Not certain: ${outcome.message}`;
  }
}
