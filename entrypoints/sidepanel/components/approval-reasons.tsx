import { t } from '../strings.ts';

/** Why it is asked, a line for each reason. */
export function ApprovalReasons({ reasons }: { reasons: readonly string[] }) {
  const [only, ...more] = reasons;
  if (only === undefined) return null;
  return (
    <div class="why">
      <b>{t.approval.why}</b> {more.length === 0 && only}
      {more.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
