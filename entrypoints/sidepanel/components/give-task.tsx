import { useApp } from '../state/app.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** Leads home, to the box where a task is written. */
export function GiveTask() {
  const { composer, router } = useApp();
  return (
    <Button
      icon="penLine"
      onClick={() => {
        composer.prepare({});
        router.go('#/');
      }}
    >
      {t.common.giveTask}
    </Button>
  );
}
