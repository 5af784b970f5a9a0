import type { Action } from '../state/action.ts';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';

/** The actions of one row, behind three dots. Nothing where there are none. */
export function ActionMenu({ label, actions }: { label: string; actions: readonly Action[] }) {
  if (actions.length === 0) return null;
  return (
    <Popover label={label} buttonClass="icon-button row-more" isRowAction button={<Icon name="ellipsis" />}>
      {(close) =>
        actions.map((action) => (
          <button
            key={action.name}
            type="button"
            class="menu-item"
            data-tone={action.tone}
            onClick={() => {
              close();
              action.run();
            }}
          >
            <Icon name={action.icon} size={14} />
            <span class="menu-name">{action.name}</span>
          </button>
        ))
      }
    </Popover>
  );
}
