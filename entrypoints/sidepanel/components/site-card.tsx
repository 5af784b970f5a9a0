import type { ComponentChildren } from 'preact';
import type { Grant, SiteSettings } from '#lib/core/grant.ts';
import { siteName } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { type SiteRow, siteCapabilities } from '../state/site-rows.ts';
import { useAct } from '../state/use-act.ts';
import { sites as siteWords } from '../strings/sites.ts';
import { CapabilitySwitch } from './capability-switch.tsx';
import { SiteWall } from './site-wall.tsx';

type Props = { row: SiteRow; grants: readonly Grant[]; children?: ComponentChildren };

/** One site: Chrome's wall, a switch for each capability, whether hosted engines may see it, and whether agents work there at all. */
export function SiteCard({ row, grants, children }: Props) {
  const { act } = useApp();
  const does = useAct();
  const { site, never, barred } = row;
  const name = siteName(site);
  const set = (change: Partial<SiteSettings>) => does(() => act.setSite(site, change))();
  return (
    <article class="site" aria-label={name} data-never={never || barred !== undefined || undefined}>
      <header class="site-head">
        <h3>{name}</h3>
        <SiteWall row={row} />
      </header>
      {barred && <p class="quiet">{barred}</p>}
      <div class="site-rest">
        {siteCapabilities().map((capability) => (
          <CapabilitySwitch key={capability} site={site} capability={capability} grants={grants} />
        ))}
        <label class="check" title={siteWords.onDeviceWhy}>
          <input
            type="checkbox"
            checked={row.onDeviceOnly}
            onChange={(event) => set({ onDeviceOnly: event.currentTarget.checked })}
          />
          {siteWords.onDevice}
        </label>
        {children}
      </div>
      <label class="check">
        <input type="checkbox" checked={never} onChange={(event) => set({ never: event.currentTarget.checked })} />
        <span>
          {siteWords.never}
          {never && <span class="quiet">{siteWords.neverWhy}</span>}
        </span>
      </label>
    </article>
  );
}
