// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { titleOf } from './title.ts';

const pageOf = (title: string, body = '', head = ''): Document =>
  new DOMParser().parseFromString(`<!doctype html><title>${title}</title>${head}<body>${body}</body>`, 'text/html');
const called = (...parts: Parameters<typeof pageOf>): string => titleOf(pageOf(...parts), pageOf(...parts));

describe('the name of a page', () => {
  it.each([
    ['River rises | The Kestrel', '<h1>River  rises</h1>', '', 'River rises'],
    ['The Kestrel: River rises again', '<h1>River rises again</h1>', '', 'River rises again'],
    ['River rises - News - The Kestrel', '<h1>RIVER RISES</h1>', '', 'RIVER RISES'],
    ['Ferries – Encyclopedia', '<h1>Ferries</h1>', '', 'Ferries'],
    ['River rises | The Kestrel', '', '<meta property="og:title" content="River rises">', 'River rises'],
    ['River rises | The Kestrel', '', '<meta property="og:site_name" content="The Kestrel">', 'River rises'],
    ['The Kestrel » River rises', '', '<meta property="og:site_name" content="The Kestrel">', 'River rises'],
    ['', '<h1>River rises</h1>', '', 'River rises'],
  ])('%j with %s%s is its headline', (title, body, head, name) => {
    expect(called(title, body, head)).toBe(name);
  });

  it.each([
    ['The Kestrel | What the river did to the lower road', '<h1>The Kestrel</h1>'],
    ['Daring: a colophon', '<h1>Daring</h1>'],
    ['Well-known rivers', '<h1>Well</h1>'],
    ['River rises, road closes', '<h1>River rises</h1>'],
    ['Inbox (3)', '<h1>Mail</h1>'],
  ])('%j stays as it is beside %s', (title, body) => {
    expect(called(title, body)).toBe(title);
  });
});
