import { type ReadonlySignal, signal } from '@preact/signals';

export type Route =
  | {
      view: 'home' | 'needs' | 'runs' | 'library' | 'schedules' | 'sites' | 'contacts' | 'spend' | 'audit' | 'settings';
    }
  | { view: 'run'; id: string }
  | { view: 'artifact'; id: string }
  | { view: 'schedule'; id: string }
  /** Without an id, a new one. */
  | { view: 'edit-schedule'; id?: string };

const PLAIN = ['needs', 'runs', 'library', 'schedules', 'sites', 'contacts', 'spend', 'audit', 'settings'] as const;

/** The view that a location hash names; anything unknown is home. */
export function parseRoute(hash: string): Route {
  const [view, id, last] = hash.replace(/^#?\/?/, '').split('/');
  if ((view === 'run' || view === 'artifact') && id) return { view, id: decodeURIComponent(id) };
  if (view === 'schedules' && id === 'new') return { view: 'edit-schedule' };
  if (view === 'schedules' && id)
    return { view: last === 'edit' ? 'edit-schedule' : 'schedule', id: decodeURIComponent(id) };
  return { view: PLAIN.find((one) => one === view) ?? 'home' };
}

export const needsHash = '#/needs';
export const runHash = (id: string) => `#/run/${encodeURIComponent(id)}`;
export const scheduleHash = (id: string) => `#/schedules/${encodeURIComponent(id)}`;
export const editScheduleHash = (id: string) => `${scheduleHash(id)}/edit`;
export const newScheduleHash = '#/schedules/new';
export const artifactHash = (id: string) => `#/artifact/${encodeURIComponent(id)}`;

export type Router = {
  route: ReadonlySignal<Route>;
  go: (hash: string) => void;
  dispose: () => void;
};

/** Follows the hash of a window, so that links are plain links and Back works. */
export function createRouter(win: Window): Router {
  const route = signal(parseRoute(win.location.hash));
  const follow = () => {
    route.value = parseRoute(win.location.hash);
  };
  win.addEventListener('hashchange', follow);
  return {
    route,
    go: (hash) => {
      win.location.hash = hash;
      follow();
    },
    dispose: () => win.removeEventListener('hashchange', follow),
  };
}

/** The place of the navigation that a view belongs to. */
export function placeOf({ view }: Route): Route['view'] {
  switch (view) {
    case 'needs':
      return 'home';
    case 'run':
      return 'runs';
    case 'artifact':
      return 'library';
    case 'schedule':
    case 'edit-schedule':
      return 'schedules';
    case 'spend':
    case 'audit':
      return 'settings';
    default:
      return view;
  }
}
