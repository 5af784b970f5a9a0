import { useApp } from '../state/app.ts';
import { needsOf } from '../state/home.ts';
import { places } from '../state/places.ts';
import { needsHash, placeOf } from '../state/route.ts';
import { t } from '../strings.ts';
import { ApprovalRow } from './approval-row.tsx';
import { Header } from './header.tsx';
import { Icon } from './icon.tsx';
import { RowList } from './row-list.tsx';
import { RunRow } from './run-row.tsx';
import { Section } from './section.tsx';

/** The left column of the wide layout: what needs the person stays in sight in every view. */
export function Nav() {
  const { world, router } = useApp();
  const needs = needsOf(world.approvals.value ?? [], world.trees.value ?? []);
  const route = router.route.value;
  const here = placeOf(route);
  return (
    <div class="nav">
      <Header />
      <nav aria-label={t.common.navigation}>
        {places.map((place) => (
          <a
            key={place.hash}
            class="nav-item"
            href={place.hash}
            aria-current={place.view === here ? 'page' : undefined}
          >
            <Icon name={place.icon} />
            {place.name}
            {place.view === 'home' && needs.length > 0 && <span class="badge">{needs.length}</span>}
          </a>
        ))}
      </nav>
      {route.view !== 'home' && route.view !== 'needs' && needs.length > 0 && (
        <Section
          title={t.home.needsYou}
          tone="need"
          {...(needs.length > 1 && { action: <a href={needsHash}>{t.needs.reviewAll}</a> })}
        >
          <RowList label={t.home.needsYou}>
            {needs.map((need) =>
              need.kind === 'approval' ? (
                <ApprovalRow key={need.id} approvals={need.approvals} gone={false} />
              ) : (
                <RunRow key={need.id} tree={need.tree} />
              ),
            )}
          </RowList>
        </Section>
      )}
    </div>
  );
}
