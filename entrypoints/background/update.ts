/** How long a new version waits before it is looked again whether it may come, ms. */
const AGAIN_MS = 5 * 60_000;

export type UpdatePorts = {
  now: () => number;
  /** A page of Annex is open, and with it perhaps a task that is half written. */
  isOpen: () => Promise<boolean>;
  /** Starts the new version; everything of this one ends. */
  reload: () => void;
};

/** A new version of Annex comes when no step runs and no page is open: an update cuts nothing off. At the next start of the browser it comes anyway. */
export function createUpdate({ now, isOpen, reload }: UpdatePorts) {
  let waits = false;
  let next: number | undefined;
  return {
    available: (): void => {
      waits = true;
    },
    /** Told after each round of the dispatcher how many runs are at work. */
    settled: async (active: number): Promise<void> => {
      if (!waits) return;
      next = now() + AGAIN_MS;
      if (active === 0 && !(await isOpen())) reload();
    },
    /** When it is to be looked again; `undefined` while there is nothing new. */
    due: (): number | undefined => next,
  };
}
