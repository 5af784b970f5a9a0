import type { TestResult } from '../state/engine-form.ts';
import { settings as settingWords } from '../strings/settings.ts';
import { Icon } from './icon.tsx';

/** What came of a connection test, in words. */
export function TestWords({ result }: { result: TestResult | undefined }) {
  if (!result) return null;
  const tone = result.kind === 'busy' ? 'busy' : result.kind;
  return (
    <p class="test-words" role="status" data-tone={tone}>
      <span class="glyph" data-tone={tone}>
        <Icon name={tone === 'busy' ? 'loaderCircle' : tone === 'good' ? 'check' : 'circleX'} spin={tone === 'busy'} />
      </span>
      {result.kind === 'busy' ? settingWords.testing : result.words}
    </p>
  );
}
