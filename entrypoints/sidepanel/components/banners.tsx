import { useApp } from '../state/app.ts';
import { t } from '../strings.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { ExportButton } from './export-button.tsx';

/** What is wrong with the store, on top of every view, with the export that saves what is there. */
export function Banners() {
  const health = useApp().world.health.value;
  if (!health) return null;
  const { storage, setAside } = health;
  return (
    <>
      {storage.kind === 'read-only' && (
        <Banner tone="bad" icon="circleX" actions={<ExportButton />}>
          {t.common.readOnly(storage.reason)}
        </Banner>
      )}
      {storage.kind === 'full' && (
        <Banner tone="bad" icon="circleX" actions={<ExportButton />}>
          {t.common.full}
        </Banner>
      )}
      {storage.kind === 'outdated' && (
        <Banner tone="need" icon="info" actions={<Button onClick={() => location.reload()}>{t.common.reload}</Button>}>
          {t.common.outdated}
        </Banner>
      )}
      {setAside.length > 0 && (
        <Banner tone="calm" icon="info" actions={storage.kind === 'ok' && <ExportButton />}>
          <details>
            <summary>{t.common.setAside(setAside.length)}</summary>
            <ul>
              {setAside.map((row) => (
                <li key={`${row.table} ${row.key}`}>{t.common.setAsideRow(row.table, row.key, row.why)}</li>
              ))}
            </ul>
          </details>
        </Banner>
      )}
    </>
  );
}
