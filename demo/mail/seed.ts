import { addDays } from '../dates.ts';
import { type Mail, owner } from './mail.ts';
import { officeMails } from './seed-office.ts';
import { privateMails } from './seed-private.ts';

/** A mail of the first day: `day` counts from the Monday of the demo's week, 0 is that Monday. */
export type SeedMail = {
  readonly id: string;
  readonly from: string;
  readonly day: number;
  readonly time: string;
  readonly subject: string;
  readonly body: string;
  readonly cc?: readonly string[];
  readonly read?: true;
};

export const seedMails = (monday: string): Mail[] =>
  [...officeMails, ...privateMails].map(({ id, from, day, time, subject, body, cc = [], read }) => ({
    id,
    from,
    to: [owner],
    cc,
    bcc: [],
    subject,
    body: body.trim(),
    at: `${addDays(monday, day)}T${time}:00.000Z`,
    unread: !read,
    inReplyTo: null,
  }));
