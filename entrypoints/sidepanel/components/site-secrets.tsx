import { useSignal } from '@preact/signals';
import type { NamedSecret } from '#lib/core/site-secret.ts';
import { ago } from '../format.ts';
import { useApp } from '../state/app.ts';
import { useAct } from '../state/use-act.ts';
import { secrets as words } from '../strings/sites.ts';
import { Button } from './button.tsx';
import { SecretForm } from './secret-form.tsx';

/** The secrets of one site by name; the values are never shown. */
export function SiteSecrets({ site, secrets }: { site: string; secrets: readonly NamedSecret[] }) {
  const adding = useSignal(false);
  const set = (value: boolean) => {
    adding.value = value;
  };
  return (
    <details class="secrets" open={secrets.length > 0}>
      <summary>
        {words.title} <span class="quiet">{secrets.length === 0 ? words.none : secrets.length}</span>
      </summary>
      <p class="quiet">{words.why}</p>
      {secrets.length > 0 && (
        <ul aria-label={words.title}>
          {secrets.map((one) => (
            <SecretRow key={one.id} secret={one} />
          ))}
        </ul>
      )}
      {adding.value ? (
        <SecretForm site={site} known={secrets} onDone={() => set(false)} />
      ) : (
        <Button icon="plus" onClick={() => set(true)}>
          {words.add}
        </Button>
      )}
    </details>
  );
}

/** Removing asks once more: a value that is never shown can't be given back. */
function SecretRow({ secret: { id, name, usedAt } }: { secret: NamedSecret }) {
  const { act, toasts, clock } = useApp();
  const does = useAct();
  const sure = useSignal(false);
  const remove = async () => {
    await act.removeSecret(id);
    toasts.show(words.removed(name));
  };
  return (
    <li class="secret">
      <span class="secret-name">{name}</span>
      <span class="quiet">{usedAt === undefined ? words.unused : words.used(ago(usedAt, clock.minute.value))}</span>
      <Button
        kind={sure.value ? 'danger' : 'quiet'}
        aria-label={sure.value ? undefined : words.removeOf(name)}
        onClick={() => {
          if (sure.value) does(remove)();
          else sure.value = true;
        }}
        onBlur={() => {
          sure.value = false;
        }}
      >
        {sure.value ? words.forGood : words.remove}
      </Button>
    </li>
  );
}
