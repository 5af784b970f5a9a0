const TICK = 'annex-tick';
const DUE = 'annex-due';
/** Chrome's own least, ms. What is due sooner is waited for in the worker; if that dies meanwhile, the alarm comes after it. */
const LEAST_MS = 30_000;

/**
 * Wakes the worker every so many minutes (half a minute at the least), or not at all with `undefined`. Alarms may be lost
 * at a restart, so this is set on every wake.
 */
export async function setTick(minutes: number | undefined): Promise<void> {
  const there = await chrome.alarms.get(TICK);
  if (there?.periodInMinutes === minutes) return;
  if (minutes === undefined) await chrome.alarms.clear(TICK);
  else await chrome.alarms.create(TICK, { periodInMinutes: minutes });
}

/** Wakes the worker once at a moment (ms since the epoch), in place of the moment set before; not at all with `undefined`. */
export function createDue(heard: () => void): (at: number | undefined) => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return async (at) => {
    clearTimeout(timer);
    if (at === undefined) {
      await chrome.alarms.clear(DUE);
      return;
    }
    const now = Date.now();
    if (at - now < LEAST_MS) timer = setTimeout(heard, Math.max(0, at - now));
    const when = Math.max(at, now + LEAST_MS);
    const there = await chrome.alarms.get(DUE);
    if (there === undefined || Math.abs(there.scheduledTime - when) > 1_000) await chrome.alarms.create(DUE, { when });
  };
}

export function onTick(heard: () => void): void {
  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === TICK || alarm.name === DUE) heard();
  });
}
