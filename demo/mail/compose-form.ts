import { type Html, html } from '../http/html.ts';
import type { Writing } from './mail.ts';

export const emptyWriting: Writing = { to: '', cc: '', bcc: '', subject: '', body: '', draft: '', inReplyTo: '' };

/** What is wrong with a form, by field, in words for the person. */
export type Problems = Partial<Record<'to' | 'cc' | 'bcc', string>>;

/** The one form for new mails, replies and drafts; the page and the dialog both hold it. */
export const composeForm = (writing: Writing, problems: Problems = {}): Html => html`
<form class="compose" method="post" action="/send" autocomplete="off">
  ${recipients('to', 'To', writing.to, problems.to)}
  ${recipients('cc', 'Cc', writing.cc, problems.cc)}
  ${recipients('bcc', 'Bcc', writing.bcc, problems.bcc)}
  <div class="field">
    <label for="subject">Subject</label>
    <input id="subject" name="subject" type="text" value="${writing.subject}">
  </div>
  <div class="field tall">
    <label for="body">Message</label>
    <textarea id="body" name="body" rows="12">
${writing.body}</textarea>
  </div>
  <input type="hidden" name="draft" value="${writing.draft}">
  <input type="hidden" name="inReplyTo" value="${writing.inReplyTo}">
  <div class="buttons">
    <button class="primary" type="submit">Send</button>
    <button type="submit" formaction="/drafts">Save draft</button>
    <button type="submit" formaction="/discard" class="quiet">Discard</button>
  </div>
</form>`;

const recipients = (name: string, label: string, value: string, problem: string | undefined): Html => html`
  <div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="text" inputmode="email" spellcheck="false" value="${value}"${
      problem !== undefined && html` aria-invalid="true" aria-describedby="${name}-problem"`
    }>
    ${problem !== undefined && html`<p class="problem" id="${name}-problem">${problem}</p>`}
  </div>`;
