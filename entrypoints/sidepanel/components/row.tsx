import type { ComponentChildren } from 'preact';

type Props = {
  href: string;
  glyph: ComponentChildren;
  title: string;
  /** Beside the title, on the right: figures and states. */
  aside?: ComponentChildren;
  under?: ComponentChildren;
  /** Beside what stands under the title, on the right. */
  figures?: ComponentChildren;
  /** Buttons at the right end; each is a `data-row-action`. */
  actions?: ComponentChildren;
  /** A list of rows that hang below this one. */
  below?: ComponentChildren;
  gone?: string | undefined;
  tone?: 'need' | undefined;
};

/** One line of a list. It is a link, so Enter opens it; when what it showed is gone it keeps its place and says so. */
export function Row({ href, glyph, title, aside, under, figures, actions, below, gone, tone }: Props) {
  return (
    <li class="row-item" data-gone={gone !== undefined || undefined} data-tone={tone}>
      <a class="row" data-row href={href}>
        {glyph}
        <span class="row-line">
          <span class="row-title" title={title}>
            {title}
          </span>
          <span class="row-aside">{gone ?? aside}</span>
        </span>
        {(under || figures) && (
          <span class="row-line row-under">
            <span class="row-words">{under}</span>
            {figures && <span class="row-aside figures">{figures}</span>}
          </span>
        )}
      </a>
      {actions && !gone && <span class="row-actions">{actions}</span>}
      {below}
    </li>
  );
}
