import type { Site } from './http/exchange.ts';
import { html } from './http/html.ts';
import { page } from './http/reply.ts';
import { createSite } from './http/routes.ts';

export type SiteName = 'news' | 'mail' | 'calendar';

const about: readonly { name: SiteName; title: string; line: string }[] = [
  { name: 'news', title: 'The Kestrel', line: 'A regional newspaper with eight articles on heat pumps.' },
  { name: 'mail', title: 'Post', line: 'A webmail with an inbox, drafts and a Sent folder.' },
  { name: 'calendar', title: 'Week', line: 'A calendar with one week of appointments.' },
];

/** The page at plain `localhost`: where the three sites are. */
export const createIndexSite = (origin: (name: SiteName) => string): Site =>
  createSite(
    [
      {
        method: 'GET',
        path: '/',
        answer: () =>
          page(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Demo sites</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; }
body { font: 17px/1.6 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1.25rem; }
dt { font-weight: 600; margin-top: 1.25rem; }
dd { margin: 0; opacity: .8; }
</style>
</head>
<body>
<main>
<h1>Demo sites</h1>
<p>Three small sites that live in this process only. Whatever you do there is gone when it ends.</p>
<dl>${about.map(
            ({ name, title, line }) => html`
<dt><a href="${origin(name)}/">${title}</a></dt>
<dd>${line}</dd>`,
          )}
</dl>
</main>
</body>
</html>`),
      },
    ],
    () =>
      page(
        html`<!doctype html><html lang="en"><title>Not found</title><h1>Not found</h1><p><a href="/">Demo sites</a></p></html>`,
        404,
      ),
  );
