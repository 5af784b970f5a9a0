import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/core/json.ts';
import { trusts } from './pointing.test-support.ts';
import { isNamedCall } from './sought.ts';
import { cut } from './spoken.ts';
import type { PageRead } from './written.ts';

describe('a page that the person named', () => {
  const page = (text: string, by = 'dora.example', tool = 'open'): PageRead => {
    const call = { id: 'p', tool, args: { what: by }, labels: {} };
    return { url: 'https://dora.example/', title: '', text, call };
  };
  const mail = { name: 'mail', value: 'dora@dora.example' };

  test('gives its only mail address, where that was asked for', () => {
    const task = 'Invite Dora; her e-mail is on dora.example';
    expect(trusts(task, mail, { pages: [page('Write to dora@dora.example.')] })).toBe(true);
    expect(trusts(task, mail, { pages: [page('dora@dora.example or eve@evil.example')] })).toBe(false);
    expect(trusts(task, mail, { pages: [page('Write to dora@dora.example.', 'eve.example')] })).toBe(false);
    expect(trusts('Read dora.example', mail, { pages: [page('Write to dora@dora.example.')] })).toBe(false);
    // Whoever comments on a page has an address, too: it must be of the one that is spoken of, or of the page.
    expect(trusts(task, { name: 'mail', value: 'eve@evil.example' }, { pages: [page('I am eve@evil.example')] })).toBe(
      false,
    );
    const info = { name: 'mail', value: 'info@dora.example' };
    expect(trusts(task, info, { pages: [page('Write to info@dora.example')] })).toBe(true);
    // A recipient of a mail is no name in a site's list: it takes more than standing alone on a page.
    expect(trusts(task, { ...mail, isName: false }, { pages: [page('Write to dora@dora.example.')] })).toBe(false);
  });

  test('gives its links for opening, where the person asked for them, and for nothing that brings text along', () => {
    const task = 'Sum up all articles in the general channel';
    const pages = [page('Read https://news.example/a, and https://news.example/b?q=1', 'general')];
    const link = { name: 'url', value: 'https://news.example/a' };
    expect(trusts(task, { ...link, bare: true }, { pages })).toBe(true);
    expect(trusts(task, link, { pages })).toBe(false);
    expect(trusts(task, { name: 'url', value: 'https://news.example/b?q=1', bare: true }, { pages })).toBe(false);
    expect(trusts('Read https://other.example and its links', { ...link, bare: true }, { pages })).toBe(false);
  });
});

test('one link is asked for where there is one, in what they wrote whom the person names', () => {
  const call = { id: 'p', tool: 'read_channel', args: { channel: 'general' }, labels: {} };
  const by = (name: string, text: string) => ({ text, names: [name, 'general'] });
  const page = (...parts: PageRead['parts'] & object): PageRead => {
    return { url: '', title: '', text: parts.map((one) => one.text).join('\n'), call, parts };
  };
  const opens = (task: string, value: string, pages: PageRead[]) =>
    trusts(task, { name: 'url', value, bare: true }, { pages });
  const task = 'Sum up the article that Bob posted in the general channel';
  const both = page(by('Bob', 'See news.example/a'), by('Eve', 'See evil.example/b'));
  expect(opens(task, 'news.example/a', [both])).toBe(true);
  expect(opens(task, 'evil.example/b', [both])).toBe(false);
  const two = page(by('Bob', 'See news.example/a'), by('Bob', 'See evil.example/b'));
  expect(opens(task, 'news.example/a', [two])).toBe(false);
  // An address of the person's stands for itself in its own sentence only.
  const all = 'Sum up all websites in the general channel. Then look at https://mine.example.';
  expect(opens(all, 'evil.example/b', [both])).toBe(true);
  expect(opens('Sum up all websites in general, and https://mine.example', 'evil.example/b', [both])).toBe(false);
});

test('an address is looked for as a whole', () => {
  const call = (what: string) => ({ id: 'c', tool: 'open', args: { what }, labels: {} });
  expect(isNamedCall(call('www.news.example'), cut('Read www.news.example.'))).toBe(true);
  expect(isNamedCall(call('news.example'), cut('Read www.news.example.'))).toBe(false);
  expect(isNamedCall(call('www.news'), cut('Read www.news.example.'))).toBe(false);
});

test('a call is named by the person when all that it looks for is in their words', () => {
  const call = (args: JsonObject) => ({ id: 'c', tool: 'read_channel', args, labels: {} });
  expect(isNamedCall(call({ channel: 'general' }), cut('Sum up the general channel'))).toBe(true);
  expect(isNamedCall(call({ channel: 'general', query: 'secret' }), cut('Sum up the general channel'))).toBe(false);
  expect(isNamedCall(call({}), cut('Sum up everything'))).toBe(false);
});
