import '../styles/places.css';
import { siteName, siteOf } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import { siteCapabilities, siteMode, siteRow } from '../state/site-rows.ts';
import { useLive } from '../state/use-live.ts';
import { sites as siteWords } from '../strings/sites.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';
import { SiteCard } from './site-card.tsx';

/** The site of the tab in front and what agents may do there, with its switches. */
export function SiteInFront() {
  const { world, clock, see } = useApp();
  const loopback = useLive(() => see.loopback, '');
  const site = siteOf(world.tabs.value?.find((one) => one.active)?.url ?? '');
  const [grants, sites, chromeAccess] = [world.grants.value, world.sites.value, world.chromeAccess.value];
  if (!world.tabs.value) return <p class="site-in-front" />;
  if (!site || !grants || !sites || !chromeAccess) return <p class="site-in-front quiet">{t.common.noTab}</p>;
  const row = siteRow(site, { sites, chromeAccess, loopback: loopback.kind === 'known' && loopback.value });
  const always = siteCapabilities().filter(
    (one) => siteMode(grants, { site, capability: one, now: clock.minute.value }) === 'always',
  );
  const words =
    row.never || row.barred
      ? [siteWords.noAgent]
      : !row.reachable
        ? [siteWords.noAccess]
        : always.length === 0
          ? [siteWords.asks]
          : always.map((one) => siteWords.summaryAlways[one]);
  return (
    <Popover
      label={`${siteName(site)}: ${siteWords.here}`}
      buttonClass="site-in-front"
      button={
        <>
          <Icon name="globe" size={14} />
          <span class="site-name">{siteName(site)}</span>
          <span class="site-words">{words.join(' · ')}</span>
          <Icon name="chevronDown" size={12} />
        </>
      }
    >
      {() => (
        <>
          <SiteCard row={row} grants={grants} />
          <a class="menu-item" href="#/sites">
            {siteWords.allSites}
          </a>
        </>
      )}
    </Popover>
  );
}
