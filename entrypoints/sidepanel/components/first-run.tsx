import { useApp } from '../state/app.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';

/** Before the first run: what this is, and one thing to try now. */
export function FirstRun() {
  const { world, composer } = useApp();
  const tab = world.tabs.value?.find((one) => one.active);
  const agents = world.agents.value ?? [];
  const reader = agents.find((one) => one.outputs.includes('report')) ?? agents[0];
  const tryIt = () => {
    if (!reader) return;
    composer.prepare({ agent: reader.id, task: t.home.tryTask });
    void composer.start();
  };
  return (
    <section class="first" aria-label={t.home.firstTitle}>
      <h2>{t.home.firstTitle}</h2>
      <p>{t.home.first}</p>
      <Button kind="main" icon="fileText" disabled={!tab || !reader || composer.busy.value} onClick={tryIt}>
        {t.home.tryNow}
      </Button>
      {tab ? <p class="first-note">{t.home.tryWith(tab.title)}</p> : <p>{t.home.tryNoPage}</p>}
    </section>
  );
}
