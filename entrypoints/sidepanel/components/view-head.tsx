import type { ComponentChildren } from 'preact';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';

type Props = {
  title: string;
  aside?: ComponentChildren;
  /** Where the way back leads; home, unless told. */
  back?: string;
  children?: ComponentChildren;
};

/** Title of a view, with the way back. */
export function ViewHead({ title, aside, back = '#/', children }: Props) {
  return (
    <header class="view-head">
      <div class="view-line">
        <a class="icon-button" href={back} aria-label={t.common.back} title={t.common.back}>
          <Icon name="chevronLeft" />
        </a>
        <h1 title={title}>{title}</h1>
        {aside}
      </div>
      {children && <div class="view-sub">{children}</div>}
    </header>
  );
}
