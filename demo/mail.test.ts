import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAddress, nameOf, splitAddresses } from './mail/addresses.ts';
import { type Demo, startDemo } from './server.ts';
import { visit } from './visit.ts';

let demo: Demo;
beforeEach(async () => {
  demo = await startDemo({ now: () => new Date('2026-11-24T10:00:00Z') });
});
afterEach(() => demo.close());

const good = { to: 'mira@kestrel.example', cc: '', bcc: '', subject: 'The brief', body: 'One page.\r\nSources below.' };

test('keeps what was sent, and says so in the Sent folder', async () => {
  const reply = await visit(demo, 'mail', '/send', {
    ...good,
    cc: 'Jonas Pell <jonas@kestrel.example>; ann@x.example',
  });
  expect(reply).toMatchObject({ status: 303, location: '/sent?done=sent' });
  expect((await visit(demo, 'mail', reply.location)).text).toContain(
    '<p class="status" role="status">Message sent</p>',
  );
  expect(demo.mail.sent()).toEqual([
    {
      id: 's1',
      from: 'Robin Ashby <robin@post.example>',
      to: ['mira@kestrel.example'],
      cc: ['Jonas Pell <jonas@kestrel.example>', 'ann@x.example'],
      bcc: [],
      subject: 'The brief',
      body: 'One page.\nSources below.',
      at: '2026-11-24T10:00:00.000Z',
      unread: false,
      inReplyTo: null,
    },
  ]);
  expect(JSON.parse((await visit(demo, 'mail', '/api/state')).text).sent).toEqual(demo.mail.sent());
});

test.each([
  ['an address that is none', { to: 'mira at kestrel' }, 'This is not a mail address: mira at kestrel'],
  ['a wrong one among good ones', { bcc: 'a@x.example, nobody@' }, 'This is not a mail address: nobody@'],
  ['no recipient', { to: ' ' }, 'Name at least one recipient.'],
])('sends nothing to %s and gives back what was typed', async (_, change, sentence) => {
  const typed = { ...good, ...change };
  const { status, text } = await visit(demo, 'mail', '/send', typed);
  expect(status).toBe(422);
  expect(text).toContain(sentence);
  for (const value of [typed.to, typed.subject, typed.bcc]) expect(text).toContain(`value="${value}"`);
  expect(text).toContain('One page.\nSources below.</textarea>');
  expect(demo.mail.sent()).toEqual([]);
});

test('shows text of other people as text, never as markup', async () => {
  const nasty = '"><script>alert(1)</script><b>x</b>';
  await visit(demo, 'mail', '/send', { ...good, subject: nasty, body: `</textarea>${nasty}` });
  await visit(demo, 'mail', '/drafts', { ...good, to: nasty, subject: nasty, body: `</textarea>${nasty}` });
  const draft = demo.mail.drafts()[0]?.id;
  for (const path of [
    '/sent',
    '/sent/s1',
    '/drafts',
    `/drafts/${draft}`,
    '/message/m9',
    '/inbox',
    `/compose?${new URLSearchParams({ subject: nasty })}`,
  ]) {
    const { text } = await visit(demo, 'mail', path);
    expect(text).toContain('&lt;b&gt;');
    expect(text).not.toMatch(/<script>|<b>|<\/textarea>"/);
  }
});

test('fills a reply in, and keeps which mail it answers', async () => {
  const { text } = await visit(demo, 'mail', '/reply/m1');
  expect(text).toContain('value="mira@kestrel.example"');
  expect(text).toContain('value="Re: A short brief on heat pumps by Friday?"');
  expect(text).toContain('&gt; Morning Robin,');
  await visit(demo, 'mail', '/send', { ...good, inReplyTo: 'm1' });
  expect(demo.mail.sent()[0]?.inReplyTo).toBe('m1');
});

test('saves a draft, saves it again as the same one, and uses it up when it is sent', async () => {
  await visit(demo, 'mail', '/drafts', good);
  const [first] = demo.mail.drafts();
  await visit(demo, 'mail', '/drafts', { ...good, subject: 'Better', draft: first?.id ?? '' });
  expect(demo.mail.drafts().map(({ id, subject }) => [id, subject])).toEqual([[first?.id, 'Better']]);
  expect((await visit(demo, 'mail', `/drafts/${first?.id}`)).text).toContain('value="Better"');
  await visit(demo, 'mail', '/send', { ...good, draft: first?.id ?? '' });
  expect([demo.mail.drafts().length, demo.mail.sent().length]).toEqual([0, 1]);
});

test('discards a draft, and keeps no blank one', async () => {
  await visit(demo, 'mail', '/drafts', good);
  await visit(demo, 'mail', '/discard', { draft: demo.mail.drafts()[0]?.id ?? '' });
  await visit(demo, 'mail', '/drafts', { to: '', subject: ' ', body: '\r\n' });
  expect(demo.mail.drafts()).toEqual([]);
});

test('holds ten mails of which reading makes one read', async () => {
  expect(demo.mail.inbox()).toHaveLength(10);
  expect(demo.mail.inbox()[0]?.at.startsWith('2026-11-23')).toBe(true);
  await visit(demo, 'mail', '/message/m1');
  expect(demo.mail.inbox().find(({ id }) => id === 'm1')?.unread).toBe(false);
});

test('takes addresses with and without a name', () => {
  expect(splitAddresses(' a@x.example; "Ann Lee" <b@y.example>,, ')).toEqual([
    'a@x.example',
    '"Ann Lee" <b@y.example>',
  ]);
  expect(nameOf('"Ann Lee" <b@y.example>')).toBe('Ann Lee');
  expect(['a@x.example', 'Ann <b@y.example>', 'a@x', '<>', 'Ann <b@y.example', 'a@@x.example'].map(isAddress)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
