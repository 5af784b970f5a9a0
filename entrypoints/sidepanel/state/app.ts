import { effect, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { groupAlike, headlineFor } from '#lib/core/alike.ts';
import type { Person } from '#lib/core/person.ts';
import { t } from '../strings.ts';
import { type Announcer, createAnnouncer } from './announcer.ts';
import { type Clock, createClock } from './clock.ts';
import { type Composer, createComposer } from './composer.ts';
import { createFolds, type Folds } from './folds.ts';
import { createRouter, type Router } from './route.ts';
import { createToasts, type Toasts } from './toasts.ts';
import { createWorld, type World } from './world.ts';

export type Overlay = { kind: 'none' | 'palette' | 'keys' } | { kind: 'budget'; run: string };

export type App = Person & {
  wide: boolean;
  world: World;
  router: Router;
  clock: Clock;
  composer: Composer;
  toasts: Toasts;
  announcer: Announcer;
  /** The dialog that is open over everything. */
  overlay: Signal<Overlay>;
  folds: Folds;
  online: Signal<boolean>;
  dispose: () => void;
};

/** All state of one open panel. Whatever was subscribed ends with `dispose`. */
export function createApp(person: Person, { wide, win }: { wide: boolean; win: Window }): App {
  const world = createWorld(person.see);
  const router = createRouter(win);
  const clock = createClock(win);
  const announcer = createAnnouncer();
  const toasts = createToasts();
  const composer = createComposer({ world, act: person.act, router, takesHandoffs: !wide });
  const online = signal(win.navigator.onLine);
  const follow = () => {
    online.value = win.navigator.onLine;
  };
  win.addEventListener('online', follow);
  win.addEventListener('offline', follow);
  const told = effect(() => {
    const newest = toasts.items.value.at(-1);
    if (newest) announcer.say(newest.text);
  });
  const heard = hearQuestions(world, announcer);
  return {
    ...person,
    ...{ wide, world, router, clock, composer, toasts, announcer, online },
    overlay: signal<Overlay>({ kind: 'none' }),
    folds: createFolds(),
    dispose: () => {
      win.removeEventListener('online', follow);
      win.removeEventListener('offline', follow);
      told();
      heard();
      for (const part of [composer, toasts, announcer, clock, router, world]) part.dispose();
    },
  };
}

/** Tells screen readers of each question that comes after the first look. */
function hearQuestions(world: World, announcer: Announcer): () => void {
  let known: Set<string> | undefined;
  return effect(() => {
    const open = world.approvals.value;
    const fresh = known && open?.filter((one) => !known?.has(one.id));
    if (open) known = new Set(open.map((one) => one.id));
    const newest = groupAlike(fresh || []).at(-1);
    if (newest) announcer.say(t.approval.announced(headlineFor(newest.approvals)));
  });
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('This component stands outside of the app.');
  return app;
}
