import { splitAddresses } from './addresses.ts';
import { type Mail, owner, type Writing } from './mail.ts';
import { seedMails } from './seed.ts';

export type Mailbox = ReturnType<typeof createMailbox>;

/** The state of one webmail: three lists, newest first. */
export const createMailbox = ({ monday, now }: { monday: string; now: () => Date }) => {
  let inbox: readonly Mail[] = seedMails(monday).toSorted((a, b) => b.at.localeCompare(a.at));
  let sent: readonly Mail[] = [];
  let drafts: readonly Mail[] = [];
  let count = 0;

  const mailOf = (writing: Writing, id: string): Mail => ({
    id,
    from: owner,
    to: splitAddresses(writing.to),
    cc: splitAddresses(writing.cc),
    bcc: splitAddresses(writing.bcc),
    subject: writing.subject.trim(),
    body: writing.body,
    at: now().toISOString(),
    unread: false,
    inReplyTo: writing.inReplyTo || null,
  });
  const discard = (id: string): void => {
    drafts = drafts.filter((draft) => draft.id !== id);
  };

  return {
    inbox: () => structuredClone([...inbox]),
    sent: () => structuredClone([...sent]),
    drafts: () => structuredClone([...drafts]),
    markRead: (id: string): void => {
      inbox = inbox.map((mail) => (mail.id === id ? { ...mail, unread: false } : mail));
    },
    /** Recipients must have been checked. A draft that was written on is used up. */
    send: (writing: Writing): Mail => {
      const mail = mailOf(writing, `s${++count}`);
      sent = [mail, ...sent];
      discard(writing.draft);
      return mail;
    },
    /** Keeps the draft's id when it is saved again. */
    saveDraft: (writing: Writing): Mail => {
      const known = drafts.some((draft) => draft.id === writing.draft);
      const draft = mailOf(writing, known ? writing.draft : `d${++count}`);
      drafts = [draft, ...drafts.filter(({ id }) => id !== draft.id)];
      return draft;
    },
    discard,
  };
};
