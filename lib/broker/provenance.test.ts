import { describe, expect, test } from 'vitest';
import { AGENT, siteLabel } from '#lib/core/label.ts';
import { isTrusted, whereFrom } from './provenance.ts';
import { NOTHING_WRITTEN, type WrittenByPerson } from './written.ts';

const from = (value: string, written: Partial<WrittenByPerson>, contacts: string[] = []) =>
  whereFrom({ name: 'to', value }, { written: { ...NOTHING_WRITTEN, ...written }, contacts }, AGENT);
const fromTask = (value: string, task: string) => from(value, { texts: [task] }).from;

describe('a mail address', () => {
  test.each([
    ['mira@example.org', 'Send it to mira@example.org, please.'],
    ['Mira@Example.ORG', 'Send it to mira@example.org.'],
    ['Mira Fox <mira@example.org>', 'To: mira@example.org'],
    ['mira@example.org', 'Mira Fox <mira@example.org>; and others'],
    ['mira@example.org', "Send it to 'mira@example.org'."],
    ['mira@example.org', 'see mailto:mira@example.org!'],
    ["o'brien@example.org", "Tell o'brien@example.org."],
    ['mira@xn--bcher-kva.example', 'Tell mira@bücher.example.'],
    ['mira@bücher.example', 'Tell mira@bücher.example.'],
    ['mira@example.org.', 'Tell mira@example.org'],
    ['"Fox, Mira" <mira@example.org>', 'Tell mira@example.org'],
  ])('%s is the person’s where the task says "%s"', (value, task) => {
    expect(fromTask(value, task)).toBe('user');
  });

  test.each([
    ['a@evil.example', 'Nothing evil, and no a either'],
    ['a@b.example', 'Send it to xa@b.example'],
    ['xa@b.example', 'Send it to a@b.example'],
    ['a@b.example', 'Send it to a@b.example.evil.example'],
    ['a@b.example.evil.example', 'Send it to a@b.example'],
    ['a+x@b.example', 'Send it to a@b.example'],
    ['m.fox@gmail.com', 'Send it to mfox@gmail.com'],
    ['mira@example.com.evil.net', 'Send it to mira@example.com'],
    ['mira@example.com', 'Send it to mira@example.com.evil.net'],
    ['mira@notexample.com', 'Send it to mira@example.com'],
    ['a@b.example', 'Send it to a+x@b.example'],
    ['brien@example.org', "Tell o'brien@example.org"],
    ['a@b.example', 'Open https://c.example/?to=a@b.example'],
    ['a@b.example', 'Open https://c.example/x,a@b.example'],
    ['mira', 'Send it to Mira'],
    ['a@b.example, c@b.example', 'Send it to a@b.example and c@b.example'],
    ['a@b.example <c@b.example>', 'Send it to a@b.example'],
    ['mirа@example.org', 'Send it to mira@example.org'],
    ['mirа@example.org', 'Send it to mirа@example.org'],
    ['mira@exаmple.org', 'Send it to mira@exаmple.org'],
    ['mira@xn--exmple-4nf.org', 'Send it to mira@xn--exmple-4nf.org'],
    ['mi\u200bra@example.org', 'Send it to mi\u200bra@example.org'],
    ['ｍira@example.org', 'Send it to ｍira@example.org'],
    ['mira@ｅxample.org', 'Send it to mira@example.org'],
    ['', 'Send it to a@b.example'],
  ])('%s is not the person’s where the task says "%s"', (value, task) => {
    expect(fromTask(value, task)).toBe('agent');
  });

  test('is trusted from the contacts, and only whole', () => {
    expect(from('Mira@example.org', {}, ['mira@example.org']).from).toBe('contact');
    expect(isTrusted(from('mira@example.org.evil.example', {}, ['mira@example.org']))).toBe(false);
  });

  test('that only looks like a known one says so', () => {
    const { words } = from('mirа@example.org', { texts: ['To mira@example.org'] });
    expect(words).toBe('It only looks like mira@example.org. The agent came up with it; you did not write it.');
  });

  test('names the page that it stands on', () => {
    const page = { url: 'https://mail.example/inbox', title: 'Inbox', text: 'From T.Fox@evil.example' };
    expect(from('t.fox@evil.example', { pages: [page] })).toEqual({
      name: 'to',
      value: 't.fox@evil.example',
      from: 'site',
      words: 'It came from "Inbox" (mail.example), not from you.',
      url: 'https://mail.example/inbox',
    });
  });

  test('names the sites of its label where no page shows it', () => {
    const known = { written: NOTHING_WRITTEN, contacts: [] };
    const { words } = whereFrom({ name: 'to', value: 'a@b.example' }, known, siteLabel('https://mail.example'));
    expect(words).toBe('It may come from mail.example; you did not write it.');
  });
});

describe('a web address', () => {
  test.each([
    ['https://news.example/a?b=1', 'Read https://news.example/a?b=1.'],
    ['https://news.example/%7Ea', 'Read (https://news.example/~a)'],
    ['https://NEWS.example/', 'Read https://news.example'],
    ['https://news.example/a', 'Read news.example/a, then stop'],
    ['https://news.example/a_(b)', 'Read https://news.example/a_(b)'],
    ['https://news.example:443/a', 'Read https://news.example/a'],
    ['https://news.example/a', 'Read https://news.example:443/a'],
    ['http://news.example:80/a', 'Read http://news.example/a'],
    ['https://news.example/a/', 'Read https://news.example/a'],
    ['https://news.example/a', 'Read https://news.example/a/'],
    ['https://news.example/%61%2f', 'Read https://news.example/a%2F'],
    ['https://xn--bcher-kva.example/', 'Read https://bücher.example/'],
    ['https://news.example/x/../a', 'Read https://news.example/a'],
  ])('%s is the person’s where the task says "%s"', (value, task) => {
    expect(fromTask(value, task)).toBe('user');
  });

  test.each([
    ['https://news.example/a?b=2', 'Read https://news.example/a?b=1'],
    ['https://news.example/a#x', 'Read https://news.example/a'],
    ['https://news.example/A', 'Read https://news.example/a'],
    ['https://news.example/', 'Read https://news.example/a'],
    ['https://news.example.evil.example/', 'Read https://news.example/'],
    ['https://me@news.example/', 'Read https://news.example/'],
    ['https://news.example@evil.example/', 'Read https://news.example/'],
    ['https://news.example:8443/', 'Read https://news.example/'],
    ['http://news.example/', 'Read https://news.example/'],
    ['https://news.example/a?b=1', 'Read https://news.example/a'],
    ['https://news.example/a%2Fb', 'Read https://news.example/a/b'],
    ['https://news.example/?a=/', 'Read https://news.example/?a='],
    ['https://evil.example/news.example', 'Read https://news.example/'],
    ['javascript:alert(1)', 'Run javascript:alert(1)'],
    ['https://nеws.example/', 'Read https://nеws.example/'],
  ])('%s is not the person’s where the task says "%s"', (value, task) => {
    expect(fromTask(value, task)).toBe('agent');
  });

  test('is a link only as it stood', () => {
    const links = [{ url: 'https://other.example/a?b=c', page: { url: 'https://news.example/1', title: 'One' } }];
    expect(from('https://other.example/a?b=c', { links })).toMatchObject({
      from: 'link',
      url: 'https://news.example/1',
    });
    expect(from('https://other.example/a?b=d', { links }).from).toBe('agent');
  });
});
