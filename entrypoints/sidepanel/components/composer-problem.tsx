import { BASIC } from '#lib/core/engine.ts';
import { siteName } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { t } from '../strings.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';

/** Why a task did not start, with the one button that mends it. */
export function ComposerProblem({ offline }: { offline: boolean }) {
  const { composer } = useApp();
  const problem = composer.problem.value;
  if (problem?.kind === 'refused') {
    const names = problem.sites.map(siteName).join(', ');
    return (
      <Banner
        tone="need"
        icon="triangleAlert"
        actions={<Button onClick={() => void composer.start()}>{t.allow(names)}</Button>}
      >
        {t.composer.refused(names)}
      </Banner>
    );
  }
  if (problem?.kind === 'failed')
    return (
      <Banner tone="bad" icon="circleX">
        {t.composer.failed(problem.message)}
      </Banner>
    );
  if (!offline) return null;
  return (
    <Banner
      tone="calm"
      icon="wifiOff"
      actions={<Button onClick={() => composer.chooseEngine(BASIC.id)}>{t.composer.useBasic}</Button>}
    >
      {t.composer.offline(composer.engine.value?.name ?? '')}
    </Banner>
  );
}
