import type { Grant } from '#lib/core/grant.ts';
import { siteName } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { type SiteRow, siteCapabilities } from '../state/site-rows.ts';
import { sites as siteWords } from '../strings/sites.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';
import { CapabilitySwitch } from './capability-switch.tsx';
import { Icon } from './icon.tsx';

/** One site: whether Chrome lets Annex in, a switch for each capability, and whether hosted engines may see it. */
export function SiteCard({ row, grants }: { row: SiteRow; grants: readonly Grant[] }) {
  const { act, toasts } = useApp();
  const { site, reachable } = row;
  const name = siteName(site);
  const allow = () => {
    void act.requestAccess([site]).then((granted) => {
      if (!granted) toasts.show(siteWords.refused(name));
    });
  };
  const remove = async () => {
    await act.removeAccess(site);
    toasts.show(siteWords.removed(name), { label: t.common.undo, run: allow });
  };
  const failed = (error: unknown) => toasts.show(t.common.failed(String(error)));
  return (
    <article class="site" aria-label={name}>
      <header class="site-head">
        <h3>{name}</h3>
        <span class="site-wall" data-reachable={reachable}>
          <Icon name={reachable ? 'check' : 'ban'} size={14} />
          {reachable ? siteWords.allowed : siteWords.blocked}
        </span>
        {reachable ? (
          <Button kind="quiet" aria-label={siteWords.removeFrom(name)} onClick={() => void remove().catch(failed)}>
            {siteWords.remove}
          </Button>
        ) : (
          <Button aria-label={t.allow(name)} onClick={allow}>
            {siteWords.allowShort}
          </Button>
        )}
      </header>
      {siteCapabilities().map((capability) => (
        <CapabilitySwitch key={capability} site={site} capability={capability} grants={grants} />
      ))}
      <label class="check" title={siteWords.onDeviceWhy}>
        <input
          type="checkbox"
          checked={row.onDeviceOnly}
          onChange={(event) => void act.setSite(site, { onDeviceOnly: event.currentTarget.checked }).catch(failed)}
        />
        {siteWords.onDevice}
      </label>
    </article>
  );
}
