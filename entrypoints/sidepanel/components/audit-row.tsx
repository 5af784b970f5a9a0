import type { AuditRow as Entry } from '#lib/core/ports.ts';
import { ago, moment } from '../format.ts';
import type { IconName } from '../icons.ts';
import { useApp } from '../state/app.ts';
import { auditWords } from '../state/audit-words.ts';
import { useAgentName } from '../state/names.ts';
import { audit } from '../strings/audit.ts';
import { Icon } from './icon.tsx';

/** One entry: what happened, to whom and where, and on demand the row itself. */
export function AuditRow({ entry }: { entry: Entry }) {
  const { clock } = useApp();
  const { title, under } = auditWords(entry, useAgentName());
  return (
    <li class="row-item">
      <details class="audit">
        <summary class="row" data-row title={moment(entry.at)}>
          <span class="glyph" data-tone="calm">
            <Icon name={iconOf(entry.what)} />
          </span>
          <span class="row-line">
            <span class="row-title">{title}</span>
            <span class="row-aside figures">{ago(entry.at, clock.minute.value)}</span>
          </span>
          <span class="row-line row-under">{under}</span>
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <pre class="raw" tabIndex={0} title={audit.raw}>
          {JSON.stringify(entry, null, 1)}
        </pre>
      </details>
    </li>
  );
}

const icons: readonly [beginning: string, icon: IconName][] = [
  ['approval', 'triangleAlert'],
  ['send', 'mail'],
  ['schedule', 'calendarClock'],
  ['run', 'list'],
  ['cap', 'coins'],
  ['budget', 'coins'],
  ['limits', 'coins'],
  ['price', 'coins'],
  ['held', 'pause'],
  ['released', 'play'],
  ['contact', 'users'],
  ['access', 'globe'],
  ['site', 'globe'],
];

const iconOf = (what: string): IconName => icons.find(([beginning]) => what.startsWith(beginning))?.[1] ?? 'shield';
