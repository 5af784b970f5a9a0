import type { Contact } from '#lib/core/contact.ts';
import { EVERY_AGENT, type Grant } from '#lib/core/grant.ts';
import type { NamedSecret } from '#lib/core/site-secret.ts';
import type { FakeData } from '../fake-person.ts';
import { LEDGER, MAIL, NEWS } from './labels.ts';
import { busyWorld, freshWorld } from './world.ts';

const DAY = 86_400_000;

/** Permissions with every bound, near their end and after it. */
const boundGrants = (now: number): Grant[] => {
  const at = { createdAt: now - 70 * DAY, usedAt: now - 2 * DAY };
  const mail = { capability: 'mail', site: MAIL, mode: 'always' } as const;
  return [
    { ...at, ...mail, id: 'b1', agent: 'correspondent', tool: 'send', domains: ['example.org'], until: now + 7 * DAY },
    { ...at, ...mail, id: 'b2', agent: 'correspondent', tool: 'send', domains: 'any', left: 3 },
    { ...at, id: 'b3', agent: EVERY_AGENT, capability: 'read', site: NEWS, mode: 'always', usedAt: now - 48 * DAY },
    { ...at, id: 'b4', agent: 'researcher', capability: 'act', site: NEWS, mode: 'always', usedAt: now - 64 * DAY },
    { ...at, id: 'b5', agent: 'researcher', capability: 'read', site: LEDGER, mode: 'always', until: now - DAY },
    { ...at, ...mail, id: 'b6', agent: EVERY_AGENT, mode: 'ask' },
    { ...at, id: 'b7', agent: EVERY_AGENT, capability: 'act', site: LEDGER, mode: 'off' },
  ];
};

const secrets = (now: number): NamedSecret[] => [
  { id: 's1', site: MAIL, name: 'mail password', createdAt: now - 9 * DAY, usedAt: now - 2 * DAY },
  { id: 's2', site: MAIL, name: 'second factor backup code, the long one', createdAt: now - DAY },
];

export const boundWorld = (now: number): Partial<FakeData> => ({ ...busyWorld(now), grants: boundGrants(now) });

export const oneSite = (): Partial<FakeData> => ({ ...freshWorld(), chromeAccess: [`${NEWS}/*`] });

/** One is shut to every agent, some are covered by a wide pattern, one is on a port, one has a long name. */
export const manySites = (now: number): Partial<FakeData> => ({
  ...boundWorld(now),
  chromeAccess: [
    ...Array.from({ length: 8 }, (_, at) => `https://department-${at + 1}.city.example/*`),
    'https://*.news.example/*',
    `${NEWS}/*`,
    'https://a-very-long-name-of-a-site-that-somebody-chose-for-it.example/*',
  ],
  sites: [
    { site: MAIL, onDeviceOnly: true, never: false },
    { site: 'https://bank.example', onDeviceOnly: false, never: true },
    { site: 'http://localhost:4800', onDeviceOnly: false, never: false },
  ],
  secrets: secrets(now),
  loopback: true,
});

/** One is shut by the person, one by Annex's own rule. */
export const shutSite = (now: number): Partial<FakeData> => ({
  ...freshWorld(),
  sites: [{ site: MAIL, onDeviceOnly: false, never: true }],
  chromeAccess: [`${MAIL}/*`, 'http://127.0.0.1/*'],
  secrets: secrets(now),
});

export const secretsWorld = (now: number): Partial<FakeData> => ({
  ...freshWorld(),
  sites: [{ site: MAIL, onDeviceOnly: false, never: false }],
  chromeAccess: [`${MAIL}/*`],
  secrets: secrets(now),
});

const NAMES = ['Mira Okafor', 'Jon Aldermann', '', 'Ines de la Cruz', 'Tom Fox', 'Yuki Tanaka', 'Ödön Szép'];
const FROM = ['hand', 'approval', 'vcard'] as const;

const contactsOf = (count: number, now: number): Contact[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    name: at < NAMES.length ? (NAMES[at] ?? '') : `${NAMES[at % 2]} ${at}`,
    address: `person-${at}@example.org`,
    from: FROM[at % FROM.length] ?? 'hand',
    createdAt: now - at * 3 * DAY,
  }));

export const peopleWorld =
  (count: number) =>
  (now: number): Partial<FakeData> => ({ ...freshWorld(), contacts: contactsOf(count, now) });

/** Everything is held for twenty minutes. */
export const heldBy = (world: Partial<FakeData>, now: number): Partial<FakeData> => ({
  ...world,
  held: { since: now - 20 * 60_000 },
});
