import type { IconName } from '../icons.ts';
import { t } from '../strings.ts';
import type { Route } from './route.ts';

type Place = { hash: string; view: Route['view']; name: string; icon: IconName; keys?: string };

/** The views that have a place of their own, in the order of the navigation. */
export const places: readonly Place[] = [
  { hash: '#/', view: 'home', name: t.common.home, icon: 'house', keys: 'g h' },
  { hash: '#/runs', view: 'runs', name: t.common.runs, icon: 'list', keys: 'g r' },
  { hash: '#/library', view: 'library', name: t.common.library, icon: 'library', keys: 'g l' },
  { hash: '#/schedules', view: 'schedules', name: t.common.schedules, icon: 'calendarClock', keys: 'g d' },
  { hash: '#/sites', view: 'sites', name: t.common.sites, icon: 'shield', keys: 'g s' },
  { hash: '#/contacts', view: 'contacts', name: t.common.contacts, icon: 'users', keys: 'g c' },
  { hash: '#/settings', view: 'settings', name: t.common.settings, icon: 'settings' },
];
