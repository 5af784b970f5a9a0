import type { Reply } from './exchange.ts';
import type { Html } from './html.ts';

const text = (type: string, body: string, status = 200): Reply => ({
  status,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body,
});

export const page = (document: Html, status = 200): Reply => text('text/html', document.html, status);

export const json = (value: unknown): Reply => text('application/json', `${JSON.stringify(value, null, 2)}\n`);

/** Sends the browser on with GET, so that a reload never repeats a form. */
export const seeOther = (location: string): Reply => ({ status: 303, headers: { location }, body: '' });

const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

export const asset = (name: string, body: string): Reply =>
  text(types[name.split('.').at(-1) ?? ''] ?? 'text/plain', body);
