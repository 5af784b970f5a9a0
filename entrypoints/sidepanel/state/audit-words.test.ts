import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/core/json.ts';
import { auditWords } from './audit-words.ts';

const line = (what: string, detail: JsonObject = {}, site?: string) => {
  const { title, under } = auditWords({ seq: 1, at: 1, what, detail, ...(site && { site }) }, (id) => id);
  return under ? `${title}: ${under}` : title;
};
const SITE = 'https://mail.example';

test.each([
  [line('held'), 'Everything paused'],
  [line('released'), 'Everything went on'],
  [line('site-set', { never: true }, SITE), 'Site setting changed: mail.example · no agent works here'],
  [line('site-set', { never: false }, SITE), 'Site setting changed: mail.example · agents may work here'],
  [line('site-set', { onDeviceOnly: true }, SITE), 'Site setting changed: mail.example · on-device engines only'],
  [line('loopback-set', { allowed: false }), 'Addresses of this machine: shut to agents'],
  [
    line('engine-saved', { name: 'Mine', address: 'https://models.example/v1', onDevice: false }),
    'Engine saved: Mine · https://models.example/v1 · on a server',
  ],
  [line('contacts-added', { addresses: ['a@b.example'] }), 'Contacts added: a@b.example'],
  [line('contacts-added', { addresses: [...'abcdefg'] }), 'Contacts added: a, b, c, d, e and 2 more'],
  [line('contact-removed', { address: 'a@b.example' }), 'Contact removed: a@b.example'],
  [line('secret-saved', { name: 'pin' }, SITE), 'Secret saved: mail.example · pin'],
  [line('secret-removed', { name: 'pin' }, SITE), 'Secret removed: mail.example · pin'],
  [line('secret-used', { name: 'pin' }, SITE), 'Secret filled into a page: mail.example · pin'],
  [line('grant-lapsed', { capability: 'mail' }, SITE), 'Permission lapsed: mail.example · mail'],
  [
    line('grant-set', { capability: 'mail', mode: 'always', until: new Date(2026, 11, 3).getTime(), left: 3 }, SITE),
    'Permission set: mail.example · mail · always · until 3 Dec · 3 times',
  ],
  [line('installed', { version: '0.4.0' }), 'Annex installed: version 0.4.0'],
  [line('updated', { version: '0.4.0', from: '0.3.1' }), 'Annex updated: version 0.4.0 · from 0.3.1'],
  [line('schedule-skipped', { reason: 'Everything was paused.' }), 'A due time was skipped: Everything was paused.'],
  [line('refused-messages', { count: 2, from: SITE }), `Messages refused: 2 of them · from ${SITE}`],
  [line('access-added', {}, SITE), 'Chrome let Annex in: mail.example'],
  [line('access-removed', {}, '*://*'), 'Chrome no longer lets Annex in: *://*'],
])('says "%s"', (said, expected) => {
  expect(said).toBe(expected);
});
