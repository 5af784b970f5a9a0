import { useSignal } from '@preact/signals';
import { patternOf, siteName } from '#lib/core/site.ts';
import { siteOfPattern } from '../state/access.ts';
import { useApp } from '../state/app.ts';
import { siteFrom } from '../state/site-address.ts';
import { addresses as words } from '../strings/sites.ts';
import { CardForm } from './card-form.tsx';
import { Field } from './field.tsx';

/** Adds a site by its address. Chrome is asked within the click. */
export function AddSite({ loopback, onDone }: { loopback: boolean; onDone: () => void }) {
  const { act, toasts } = useApp();
  const address = useSignal('');
  const problem = useSignal('');
  const add = async () => {
    const found = siteFrom(address.value, { loopback });
    if ('problem' in found) {
      problem.value = found.problem;
      return;
    }
    const { site } = found;
    const name = siteName(site);
    if (!(await act.requestAccess([site]))) {
      problem.value = words.refused(name);
      return;
    }
    // Chrome keeps no ports: a site with one is in no pattern of it, and has to be kept by itself.
    if (siteOfPattern(patternOf(site)) !== site) await act.setSite(site, {});
    toasts.show(words.added(name));
    onDone();
  };
  return (
    <CardForm
      label={words.add}
      class="add-site"
      problem={problem.value}
      words={{ cancel: words.cancel, submit: words.ask }}
      onSubmit={add}
      onCancel={onDone}
    >
      <Field
        label={words.address}
        hint={words.hint}
        value={address.value}
        onInput={(value) => {
          address.value = value;
          problem.value = '';
        }}
      />
    </CardForm>
  );
}
