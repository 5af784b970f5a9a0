import { useApp } from '../state/app.ts';
import { places } from '../state/places.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';

/** Where else to go, and the keyboard map. */
export function MoreMenu() {
  const { act, overlay, wide } = useApp();
  return (
    <Popover label={t.common.more} buttonClass="icon-button" button={<Icon name="ellipsis" />}>
      {(close) => (
        <>
          {places.map((place) => (
            <a key={place.hash} class="menu-item" href={place.hash} onClick={close}>
              <Icon name={place.icon} size={14} />
              <span class="menu-name">{place.name}</span>
              {place.keys && <kbd>{place.keys}</kbd>}
            </a>
          ))}
          <hr />
          {!wide && (
            <button
              type="button"
              class="menu-item"
              onClick={() => {
                close();
                void act.openWide(window.location.hash);
              }}
            >
              <Icon name="externalLink" size={14} />
              <span class="menu-name">{t.common.openWide}</span>
            </button>
          )}
          <button
            type="button"
            class="menu-item"
            onClick={() => {
              close();
              overlay.value = { kind: 'keys' };
            }}
          >
            <Icon name="info" size={14} />
            <span class="menu-name">{t.common.keyboard}</span>
            <kbd>?</kbd>
          </button>
        </>
      )}
    </Popover>
  );
}
