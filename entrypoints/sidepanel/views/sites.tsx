import '../styles/places.css';
import '../styles/forms.css';
import '../styles/sites.css';
import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { NamedSecret } from '#lib/core/site-secret.ts';
import { AddSite } from '../components/add-site.tsx';
import { Button } from '../components/button.tsx';
import { Empty } from '../components/empty.tsx';
import { Filter } from '../components/filter.tsx';
import { GrantList } from '../components/grant-list.tsx';
import { Refusals } from '../components/refusals.tsx';
import { SiteCard } from '../components/site-card.tsx';
import { SiteSecrets } from '../components/site-secrets.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { siteOfPattern } from '../state/access.ts';
import { useApp } from '../state/app.ts';
import { isMatch } from '../state/match.ts';
import { type SiteRow, siteRows } from '../state/site-rows.ts';
import { useLive } from '../state/use-live.ts';
import { addresses, sites as siteWords } from '../strings/sites.ts';

/** From so many on they are looked for, not looked through. */
const MANY = 8;

type Known = Parameters<typeof siteRows>[0] & { secrets: readonly NamedSecret[]; loopback: boolean };

/** What agents may do where: the switches of each site, what Chrome truly grants, and every grant with Revoke. */
export function Sites() {
  const { world, see } = useApp();
  const wanted = useSignal('');
  const adding = useSignal(false);
  const list = useRef<HTMLDivElement>(null);
  const secrets = useLive(() => see.secrets, '');
  const loopback = useLive(() => see.loopback, '');
  const [grants, sites, chromeAccess] = [world.grants.value, world.sites.value, world.chromeAccess.value];
  const known = grants &&
    sites &&
    chromeAccess &&
    secrets.kind === 'known' &&
    loopback.kind === 'known' && { grants, sites, chromeAccess, secrets: secrets.value, loopback: loopback.value };
  const rows = known ? siteRows(known) : [];
  const add = !adding.value && (
    <Button
      icon="plus"
      onClick={() => {
        adding.value = true;
      }}
    >
      {addresses.add}
    </Button>
  );
  return (
    <div class="view">
      <ViewHead title={siteWords.title} aside={known && add}>
        <p>{siteWords.intro}</p>
        {rows.length > 2 && (
          <div>
            <button type="button" class="link" onClick={() => list.current?.scrollIntoView?.()}>
              {siteWords.toGrants}
            </button>
          </div>
        )}
        {rows.length > MANY && <Filter label={siteWords.filter} text={wanted} />}
      </ViewHead>
      <div class="scroll">
        {known ? (
          <Shown known={known} rows={rows} wanted={wanted.value} adding={adding} list={list} />
        ) : (
          <Skeleton rows={6} />
        )}
      </div>
    </div>
  );
}

type Props = {
  known: Known;
  rows: readonly SiteRow[];
  wanted: string;
  adding: Signal<boolean>;
  list: RefObject<HTMLDivElement | null>;
};

function Shown({ known, rows, wanted, adding, list }: Props) {
  const wide = known.chromeAccess.filter((pattern) => siteOfPattern(pattern) === undefined);
  const found = rows.filter((row) => isMatch(wanted, row.site));
  return (
    <>
      {adding.value && (
        <AddSite
          loopback={known.loopback}
          onDone={() => {
            adding.value = false;
          }}
        />
      )}
      {wide.map((pattern) => (
        <p key={pattern} class="quiet sites-note">
          {siteWords.other(pattern)}
        </p>
      ))}
      {rows.length === 0 && <Empty text={siteWords.empty} />}
      {rows.length > 0 && found.length === 0 && <Empty text={siteWords.none} />}
      <div class="sites">
        {found.map((row) => (
          <SiteCard key={row.site} row={row} grants={known.grants}>
            <SiteSecrets site={row.site} secrets={known.secrets.filter((one) => one.site === row.site)} />
          </SiteCard>
        ))}
      </div>
      <div ref={list}>
        <GrantList grants={known.grants} wanted={wanted} />
      </div>
      <Refusals loopback={known.loopback} />
    </>
  );
}
