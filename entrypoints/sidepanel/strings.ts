import { approval } from './strings/approval.ts';
import { budget } from './strings/budget.ts';
import { common, keys, palette, status } from './strings/common.ts';
import { allow, composer, home, needs } from './strings/home.ts';
import { library } from './strings/library.ts';
import { run, runs } from './strings/run.ts';

/** Every word that the first paint may say, by key. Views that come as chunks of their own bring their words along. */
export const t = {
  ...{ common, keys, palette, status, home, composer, needs, allow, run, runs, budget, approval, library },
};
