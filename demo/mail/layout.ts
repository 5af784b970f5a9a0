import { type Html, html } from '../http/html.ts';
import { addressOf, nameOf } from './addresses.ts';
import { composeForm, emptyWriting } from './compose-form.ts';
import { owner } from './mail.ts';
import type { Mailbox } from './mailbox.ts';

export type Folder = 'inbox' | 'sent' | 'drafts';

export type Frame = {
  readonly title: string;
  readonly content: Html;
  readonly folder?: Folder | undefined;
  readonly status?: string | undefined;
  /** A page that is itself a compose form has no second one in a dialog. */
  readonly writing?: true;
};

/** The frame round every page of the webmail. */
export const layout = (
  mailbox: Mailbox,
  { title, content, folder, status, writing }: Frame,
): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Post</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/post.css">
<link rel="stylesheet" href="/assets/letters.css">
<script src="/assets/post.js" defer></script>
</head>
<body>
<header class="top">
  <a class="brand" href="/inbox">Post</a>
  <p class="account">${nameOf(owner)} <span>${addressOf(owner)}</span></p>
</header>
<div class="columns">
  <nav aria-label="Folders">
    ${!writing && html`<form action="/compose" method="get" id="start-compose"><button class="primary" type="submit">Compose</button></form>`}
    <ul>
      ${folderLink('inbox', 'Inbox', folder, mailbox.inbox().filter((mail) => mail.unread).length)}
      ${folderLink('drafts', 'Drafts', folder, mailbox.drafts().length)}
      ${folderLink('sent', 'Sent', folder, 0)}
    </ul>
  </nav>
  <main>
    ${status !== undefined && html`<p class="status" role="status">${status}</p>`}
    ${content}
  </main>
</div>
${
  !writing &&
  html`
<dialog id="compose" aria-labelledby="compose-title">
  <div class="dialog-head">
    <h2 id="compose-title">New mail</h2>
    <button type="button" class="quiet" id="close-compose" aria-label="Close">×</button>
  </div>
  ${composeForm(emptyWriting)}
</dialog>`
}
</body>
</html>`;

const folderLink = (folder: Folder, label: string, current: Folder | undefined, count: number): Html => html`
      <li><a href="/${folder}"${current === folder && html` aria-current="page"`}>${label}${count > 0 && html` <span class="count">${count}</span>`}</a></li>`;
