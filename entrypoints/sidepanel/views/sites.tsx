import '../styles/places.css';
import '../styles/sites.css';
import { Empty } from '../components/empty.tsx';
import { GrantRow } from '../components/grant-row.tsx';
import { Section } from '../components/section.tsx';
import { SiteCard } from '../components/site-card.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { siteOfPattern } from '../state/access.ts';
import { useApp } from '../state/app.ts';
import { siteRows } from '../state/site-rows.ts';
import { sites as siteWords } from '../strings/sites.ts';

/** What agents may do where: the switches of each site, what Chrome truly grants, and every grant with Revoke. */
export function Sites() {
  const { world } = useApp();
  const [grants, sites, chromeAccess] = [world.grants.value, world.sites.value, world.chromeAccess.value];
  return (
    <div class="view">
      <ViewHead title={siteWords.title}>
        <p>{siteWords.intro}</p>
      </ViewHead>
      <div class="scroll">
        {grants && sites && chromeAccess ? <Known {...{ grants, sites, chromeAccess }} /> : <Skeleton rows={6} />}
      </div>
    </div>
  );
}

function Known(world: Parameters<typeof siteRows>[0]) {
  const rows = siteRows(world);
  const wide = world.chromeAccess.filter((pattern) => siteOfPattern(pattern) === undefined);
  return (
    <>
      {wide.map((pattern) => (
        <p key={pattern} class="quiet">
          {siteWords.other(pattern)}
        </p>
      ))}
      {rows.length === 0 && <Empty text={siteWords.empty} />}
      {rows.map((row) => (
        <SiteCard key={row.site} row={row} grants={world.grants} />
      ))}
      <Section title={siteWords.grants} note={world.grants.length > 0 ? String(world.grants.length) : ''}>
        {world.grants.length === 0 && <p class="quiet">{siteWords.noGrants}</p>}
        <ul class="grants" aria-label={siteWords.grants}>
          {world.grants.map((grant) => (
            <GrantRow key={grant.id} grant={grant} />
          ))}
        </ul>
      </Section>
    </>
  );
}
