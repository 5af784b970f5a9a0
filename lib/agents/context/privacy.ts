import { type EngineConfig, isOnDevice } from '#lib/core/engine.ts';
import { type Label, sitesOf } from '#lib/core/label.ts';
import { siteName } from '#lib/core/site.ts';

/** Why an engine must not see content with this label, in words; `undefined` when it may. */
export function withheldFrom(
  engine: EngineConfig,
  label: Label,
  onDeviceOnly: ReadonlySet<string>,
): string | undefined {
  if (isOnDevice(engine)) return undefined;
  const sites = [...sitesOf(label), ...(label.readers === 'anyone' ? [] : label.readers)];
  const kept = sites.find((site) => onDeviceOnly.has(site));
  if (kept === undefined) return undefined;
  return `What was read on ${siteName(kept)} stays on this device, and ${engine.name} is not on it. Go on with Basic or a model on this device, or lift "on-device models only" for ${siteName(kept)} under Sites.`;
}
