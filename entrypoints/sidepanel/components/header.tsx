import { useApp } from '../state/app.ts';
import { isHeld, pullBrake } from '../state/hold.ts';
import { t } from '../strings.ts';
import { IconButton } from './button.tsx';
import { defineLazy } from './define-lazy.tsx';
import { MoreMenu } from './more-menu.tsx';

const SiteInFront = defineLazy(
  () => import('./site-in-front.tsx').then((chunk) => chunk.SiteInFront),
  <p class="site-in-front" />,
);

/** Name, search, the brake, more; below it the site in front and what agents may do there. */
export function Header() {
  const app = useApp();
  const { world, overlay, wide } = app;
  return (
    <header class="header">
      <div class="header-line">
        <a class="brand" href="#/">
          {t.common.name}
        </a>
        <IconButton
          icon="search"
          label={t.common.search}
          onClick={() => {
            overlay.value = { kind: 'palette' };
          }}
        />
        <IconButton
          icon="pause"
          label={t.common.pauseAll}
          aria-pressed={isHeld(world)}
          aria-keyshortcuts="Shift+P"
          onClick={() => pullBrake(app)}
        />
        <MoreMenu />
      </div>
      {!wide && <SiteInFront />}
    </header>
  );
}
