import { boundWorld, heldBy, manySites, oneSite, peopleWorld, secretsWorld, shutSite } from './data/places.ts';
import { busyWorld, freshWorld, treeWorld } from './data/world.ts';
import type { Scene } from './scenes.ts';

/** Sites, people, and everything held. */
export const placeScenes: readonly Scene[] = [
  { name: 'sites', title: 'Sites', hash: '#/sites', data: busyWorld },
  { name: 'sites-empty', title: 'Sites, empty', hash: '#/sites', data: freshWorld },
  { name: 'sites-one', title: 'Sites, one', hash: '#/sites', data: oneSite },
  { name: 'sites-many', title: 'Sites, twelve and more', hash: '#/sites', data: manySites },
  { name: 'sites-shut', title: 'Sites, one where no agent works', hash: '#/sites', data: shutSite },
  { name: 'sites-bounds', title: 'Sites, permissions with bounds and lapsed', hash: '#/sites', data: boundWorld },
  { name: 'sites-secrets', title: 'Sites, with secrets', hash: '#/sites', data: secretsWorld },
  { name: 'contacts-empty', title: 'Contacts, empty', hash: '#/contacts', data: freshWorld },
  { name: 'contacts', title: 'Contacts, three', hash: '#/contacts', data: peopleWorld(3) },
  { name: 'contacts-many', title: 'Contacts, two hundred', hash: '#/contacts', data: peopleWorld(200) },
  { name: 'home-held', title: 'Home, everything is held', hash: '#/', data: (now) => heldBy(busyWorld(now), now) },
  {
    ...{ name: 'schedules-held', title: 'Schedules, everything is held', hash: '#/schedules' },
    data: (now) => heldBy(treeWorld(now), now),
  },
  {
    name: 'run-held',
    title: 'Run, everything is held',
    hash: '#/run/run-done',
    data: (now) => heldBy(busyWorld(now), now),
  },
];
