import type { ComponentChildren } from 'preact';
import type { IconName } from '../icons.ts';
import { Icon } from './icon.tsx';

type Props = {
  tone: 'need' | 'bad' | 'calm' | 'good';
  icon: IconName;
  children: ComponentChildren;
  actions?: ComponentChildren;
};

/** What happened, what was kept, and the one thing to do about it. */
export function Banner({ tone, icon, children, actions }: Props) {
  return (
    <div class="banner" data-tone={tone}>
      <span class="glyph" data-tone={tone}>
        <Icon name={icon} />
      </span>
      <div class="banner-text">{children}</div>
      {actions && <div class="banner-actions">{actions}</div>}
    </div>
  );
}
