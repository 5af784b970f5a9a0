import type { IconName } from '../icons.ts';

/** One thing that a menu or a foot offers; `key` is what the keyboard map calls it. */
export type Action = { name: string; icon: IconName; tone?: 'danger'; key?: 'edit'; run: () => void };
