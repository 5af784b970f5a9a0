import { useApp } from '../state/app.ts';
import { useAct } from '../state/use-act.ts';
import { addresses as words } from '../strings/sites.ts';
import { Section } from './section.tsx';

/** Where no agent works by Annex's own rule, and the one exception that the person can make. */
export function Refusals({ loopback }: { loopback: boolean }) {
  const { act } = useApp();
  const does = useAct();
  return (
    <Section title={words.never}>
      <p class="quiet">{words.neverWhy}</p>
      <ul class="refusals">
        {words.list.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <label class="check">
        <input
          type="checkbox"
          checked={loopback}
          onChange={(event) => {
            const allowed = event.currentTarget.checked;
            does(() => act.setLoopback(allowed))();
          }}
        />
        <span>
          {words.loopback}
          <span class="quiet">{words.loopbackWhy}</span>
        </span>
      </label>
    </Section>
  );
}
