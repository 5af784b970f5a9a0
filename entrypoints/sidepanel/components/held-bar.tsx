import { timeOf } from '../format.ts';
import { useApp } from '../state/app.ts';
import { pullBrake } from '../state/hold.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Since when everything is held, on top of every view, with the way on. */
export function HeldBar() {
  const app = useApp();
  const since = app.world.held.value?.since;
  return (
    <div role="status">
      {since !== undefined && (
        <div class="held">
          <Icon name="pause" />
          <p>{t.common.held(since > 0 ? timeOf(since, app.clock.minute.value) : '')}</p>
          <Button onClick={() => pullBrake(app)}>{t.common.release}</Button>
        </div>
      )}
    </div>
  );
}
