import type { Input } from '#lib/core/input.ts';
import { siteName, siteOf } from '#lib/core/site.ts';
import type { IconName } from '../icons.ts';
import { t } from '../strings.ts';
import { Icon } from './icon.tsx';

const icons: Record<Input['kind'], IconName> = {
  tab: 'globe',
  selection: 'textQuote',
  link: 'link',
  image: 'image',
  artifact: 'fileText',
};

/** What an input is called. */
export function inputName(input: Input): string {
  const host = 'url' in input ? siteName(siteOf(input.url) ?? input.url) : '';
  switch (input.kind) {
    case 'tab':
      return input.title || host;
    case 'selection':
      return input.text.length > 60 ? `${input.text.slice(0, 59)}…` : input.text;
    case 'link':
      return input.text || host;
    case 'image':
      return host;
    case 'artifact':
      return input.title;
  }
}

export function Chip({ input, onRemove }: { input: Input; onRemove?: () => void }) {
  const name = inputName(input);
  const where = 'url' in input ? input.url : undefined;
  return (
    <li class="chip" title={where ?? name}>
      <Icon name={icons[input.kind]} size={14} />
      <span class="chip-name">{input.kind === 'selection' ? `“${name}”` : name}</span>
      {onRemove && (
        <button type="button" class="chip-remove" aria-label={t.composer.remove(name)} onClick={onRemove}>
          <Icon name="x" size={12} />
        </button>
      )}
    </li>
  );
}
