import { assetRoute } from '../http/assets.ts';
import type { Reply, Site } from '../http/exchange.ts';
import { html } from '../http/html.ts';
import { json, page, seeOther } from '../http/reply.ts';
import { createSite, type Route } from '../http/routes.ts';
import { type Folder, layout } from './layout.ts';
import type { Mail } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import { composeView, folderView, messageView } from './views.ts';
import { isBlank, problemsOf, replyTo, writingOf, writingOfDraft } from './writing.ts';

const statuses: Record<string, string> = {
  sent: 'Message sent',
  saved: 'Draft saved',
  discarded: 'Draft discarded',
};

/** The webmail "Post". Pages: /inbox, /message/ID, /reply/ID, /compose, /sent, /drafts; /api/state is for tests. */
export const createMailSite = (mailbox: Mailbox): Site => {
  const folderRoute = (folder: Folder, title: string, list: () => Mail[]): Route => ({
    method: 'GET',
    path: `/${folder}`,
    answer: ({ query }) => {
      const status = statuses[query.get('done') ?? ''];
      return page(layout(mailbox, { title, folder, status, content: folderView(folder, list()) }));
    },
  });
  const writingPage = (...view: Parameters<typeof composeView>): Reply =>
    page(layout(mailbox, { title: view[0], writing: true, content: composeView(...view) }), view[2] ? 422 : 200);
  const byId = (mails: Mail[], id: string) => mails.find((mail) => mail.id === id);

  return createSite(
    [
      { method: 'GET', path: '/', answer: () => seeOther('/inbox') },
      folderRoute('inbox', 'Inbox', mailbox.inbox),
      folderRoute('sent', 'Sent', mailbox.sent),
      folderRoute('drafts', 'Drafts', mailbox.drafts),
      {
        method: 'GET',
        path: '/message/:id',
        answer: (_, id) => {
          const mail = byId(mailbox.inbox(), id);
          if (!mail) return undefined;
          mailbox.markRead(id);
          return page(layout(mailbox, { title: mail.subject, folder: 'inbox', content: messageView(mail, true) }));
        },
      },
      {
        method: 'GET',
        path: '/sent/:id',
        answer: (_, id) => {
          const mail = byId(mailbox.sent(), id);
          return (
            mail && page(layout(mailbox, { title: mail.subject, folder: 'sent', content: messageView(mail, false) }))
          );
        },
      },
      {
        method: 'GET',
        path: '/drafts/:id',
        answer: (_, id) => {
          const draft = byId(mailbox.drafts(), id);
          return draft && writingPage('Draft', writingOfDraft(draft));
        },
      },
      {
        method: 'GET',
        path: '/reply/:id',
        answer: (_, id) => {
          const mail = byId(mailbox.inbox(), id);
          return mail && writingPage('Reply', replyTo(mail));
        },
      },
      { method: 'GET', path: '/compose', answer: ({ query }) => writingPage('New mail', writingOf(query)) },
      {
        method: 'POST',
        path: '/send',
        answer: ({ form }) => {
          const writing = writingOf(form);
          const problems = problemsOf(writing);
          if (Object.keys(problems).length > 0) return writingPage('New mail', writing, problems);
          mailbox.send(writing);
          return seeOther('/sent?done=sent');
        },
      },
      {
        method: 'POST',
        path: '/drafts',
        answer: ({ form }) => {
          const writing = writingOf(form);
          if (isBlank(writing)) return seeOther('/drafts');
          mailbox.saveDraft(writing);
          return seeOther('/drafts?done=saved');
        },
      },
      {
        method: 'POST',
        path: '/discard',
        answer: ({ form }) => {
          mailbox.discard(writingOf(form).draft);
          return seeOther('/inbox?done=discarded');
        },
      },
      {
        method: 'GET',
        path: '/api/state',
        answer: () => json({ inbox: mailbox.inbox(), sent: mailbox.sent(), drafts: mailbox.drafts() }),
      },
      assetRoute(new URL('./public/', import.meta.url)),
    ],
    () =>
      page(
        layout(mailbox, {
          title: 'Not found',
          content: html`<h1>Not found</h1><p>There is no such page or message. <a href="/inbox">Back to the inbox</a></p>`,
        }),
        404,
      ),
  );
};
