import { siteName } from '#lib/core/site.ts';
import { useApp } from '../state/app.ts';
import type { SiteRow } from '../state/site-rows.ts';
import { useAct } from '../state/use-act.ts';
import { sites as siteWords } from '../strings/sites.ts';
import { t } from '../strings.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** Whether Chrome lets Annex in to a site, as it truly stands, with the way to change it. */
export function SiteWall({ row: { site, reachable, through } }: { row: SiteRow }) {
  const { act, toasts } = useApp();
  const does = useAct();
  const name = siteName(site);
  const allow = does(async () => {
    if (!(await act.requestAccess([site]))) toasts.show(siteWords.refused(name));
  });
  const remove = async () => {
    await act.removeAccess(site);
    toasts.show(siteWords.removed(name), { label: t.common.undo, run: allow });
  };
  return (
    <>
      <span class="site-wall" data-reachable={reachable}>
        <Icon name={reachable ? 'check' : 'ban'} size={14} />
        {through ? siteWords.allowedBy(through) : reachable ? siteWords.allowed : siteWords.blocked}
      </span>
      {through && <span class="quiet">{siteWords.takeBack}</span>}
      {reachable && !through && (
        <Button kind="quiet" aria-label={siteWords.removeFrom(name)} onClick={does(remove)}>
          {siteWords.remove}
        </Button>
      )}
      {!reachable && (
        <Button aria-label={t.allow(name)} onClick={allow}>
          {siteWords.allowShort}
        </Button>
      )}
    </>
  );
}
