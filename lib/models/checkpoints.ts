const EVERY_MS = 1000;

export type Checkpoints = {
  add: (delta: string) => void;
  text: () => string;
  /** Writes what is left and resolves when nothing is under way. */
  close: () => Promise<void>;
};

/** Keeps growing text safe: it is written at most a second after it grew, one write at a time. A write that fails is made up by the next. */
export function createCheckpoints(write: (text: string) => Promise<void>, now: () => number): Checkpoints {
  let text = '';
  let written = 0;
  let lastAt = now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay = Promise.resolve();

  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    underWay = underWay.then(async () => {
      const { length } = text;
      if (length === written) return;
      lastAt = now();
      await write(text).then(
        () => {
          written = length;
        },
        () => {},
      );
    });
    return underWay;
  };

  return {
    add: (delta) => {
      text += delta;
      timer ??= setTimeout(save, Math.max(0, EVERY_MS - (now() - lastAt)));
    },
    text: () => text,
    close: save,
  };
}
