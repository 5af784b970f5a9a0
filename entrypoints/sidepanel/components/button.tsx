import type { ComponentChildren, JSX } from 'preact';
import type { IconName } from '../icons.ts';
import { Icon } from './icon.tsx';

type Props = Omit<JSX.IntrinsicElements['button'], 'icon' | 'ref'> & {
  kind?: 'main' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  children?: ComponentChildren;
};

export function Button({ kind = 'plain', icon, children, class: extra, ...rest }: Props) {
  return (
    <button type="button" {...rest} class={extra ? `button ${String(extra)}` : 'button'} data-kind={kind}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that shows only its icon; the label is what it is called. */
export function IconButton({
  icon,
  label,
  ...rest
}: Omit<Props, 'children' | 'kind'> & { icon: IconName; label: string }) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
