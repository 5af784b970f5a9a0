import { t } from '../strings.ts';
import { OverlayDialog } from './overlay-dialog.tsx';

export function KeysDialog() {
  return (
    <OverlayDialog label={t.keys.title}>
      <h2>{t.keys.title}</h2>
      <dl class="keys">
        {t.keys.rows.map(([keys, words]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </OverlayDialog>
  );
}
