import { clock, longDate, shortDate } from '../dates.ts';
import { type Html, html } from '../http/html.ts';
import { nameOf } from './addresses.ts';
import { composeForm, type Problems } from './compose-form.ts';
import type { Folder } from './layout.ts';
import type { Mail, Writing } from './mail.ts';

const folders: Record<Folder, { heading: string; who: string; path: string; empty: string }> = {
  inbox: { heading: 'Inbox', who: 'From', path: '/message/', empty: 'No mail.' },
  sent: { heading: 'Sent', who: 'To', path: '/sent/', empty: 'Nothing has been sent yet.' },
  drafts: { heading: 'Drafts', who: 'To', path: '/drafts/', empty: 'No drafts.' },
};

export const folderView = (folder: Folder, mails: readonly Mail[]): Html => {
  const { heading, who, path, empty } = folders[folder];
  if (mails.length === 0) return html`<h1>${heading}</h1><p class="empty">${empty}</p>`;
  return html`<h1>${heading}</h1>
<table class="mails">
  <thead><tr><th scope="col">${who}</th><th scope="col">Subject</th><th scope="col">Date</th></tr></thead>
  <tbody>${mails.map(
    (mail) => html`
    <tr${mail.unread && html` class="unread"`}>
      <td>${folder === 'inbox' ? nameOf(mail.from) : mail.to.map(nameOf).join(', ') || '(nobody yet)'}</td>
      <td><a href="${path}${mail.id}">${mail.subject || '(no subject)'}</a>${mail.unread && html`<span class="visually-hidden"> unread</span>`}</td>
      <td><time datetime="${mail.at}">${shortDate(mail.at)}</time></td>
    </tr>`,
  )}
  </tbody>
</table>`;
};

export const messageView = (mail: Mail, canReply: boolean): Html => html`
<article class="message">
  <h1>${mail.subject || '(no subject)'}</h1>
  <dl>
    <dt>From</dt><dd>${mail.from}</dd>
    <dt>To</dt><dd>${mail.to.join(', ')}</dd>
    ${people('Cc', mail.cc)}
    ${people('Bcc', mail.bcc)}
    <dt>Date</dt><dd><time datetime="${mail.at}">${longDate(mail.at)}, ${clock(mail.at)}</time></dd>
  </dl>
  <div class="text">${mail.body}</div>
  ${canReply && html`<p class="buttons"><a class="button primary" href="/reply/${mail.id}">Reply</a></p>`}
</article>`;

const people = (label: string, addresses: readonly string[]) =>
  addresses.length > 0 && html`<dt>${label}</dt><dd>${addresses.join(', ')}</dd>`;

export const composeView = (heading: string, writing: Writing, problems: Problems = {}): Html => html`
<h1>${heading}</h1>
${Object.keys(problems).length > 0 && html`<p class="alert" role="alert">The message was not sent. Please mend the marked fields.</p>`}
${composeForm(writing, problems)}`;
