import { useId } from 'preact/hooks';
import type { Capability } from '#lib/core/call.ts';
import { EVERY_AGENT, type Grant } from '#lib/core/grant.ts';
import { useApp } from '../state/app.ts';
import { siteMode } from '../state/site-rows.ts';
import { sites as siteWords } from '../strings/sites.ts';
import { t } from '../strings.ts';

const MODES = ['off', 'ask', 'always'] as const;

/** Off, ask, always: the switch of one capability on one site, for every agent. */
export function CapabilitySwitch({
  site,
  capability,
  grants,
}: {
  site: string;
  capability: Capability;
  grants: readonly Grant[];
}) {
  const { act, toasts, clock } = useApp();
  const name = useId();
  const mode = siteMode(grants, { site, capability, now: clock.minute.value });
  const shown = mode === 'never' ? 'off' : mode === 'run' ? 'ask' : mode;
  return (
    <fieldset class="switch">
      <legend>{siteWords.capability[capability]}</legend>
      <span class="segments">
        {MODES.map((one) => (
          <label key={one} data-mode={one}>
            <input
              type="radio"
              name={name}
              checked={shown === one}
              onChange={() =>
                void act
                  .setGrant({ agent: EVERY_AGENT, capability, site, mode: one })
                  .catch((error: unknown) => toasts.show(t.common.failed(String(error))))
              }
            />
            {siteWords.modes[one]}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
