import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { createDiary } from './calendar/diary.ts';
import type { CalendarEvent } from './calendar/event.ts';
import { createCalendarSite } from './calendar/site.ts';
import type { Site } from './http/exchange.ts';
import { createListener } from './http/listener.ts';
import { createIndexSite, type SiteName } from './index-site.ts';
import type { Mail } from './mail/mail.ts';
import { createMailbox } from './mail/mailbox.ts';
import { createMailSite } from './mail/site.ts';
import { createNewsSite } from './news/site.ts';

export type DemoOptions = {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** The Monday of the week that mails and events are set in, `YYYY-MM-DD`. */
  readonly monday?: string;
  /** The time stamped on what is sent or saved. */
  readonly now?: () => Date;
};

/** One running demo world. What the lists return are copies: changing them changes nothing. */
export type Demo = {
  readonly port: number;
  origin(name: SiteName): string;
  readonly mail: { inbox(): Mail[]; sent(): Mail[]; drafts(): Mail[] };
  readonly calendar: { events(): CalendarEvent[] };
  close(): Promise<void>;
};

const defaultPort = 4180;

/** Serves the three sites on one loopback port, told apart by Host header; rejects when the port is taken. */
export const startDemo = async (options: DemoOptions = {}): Promise<Demo> => {
  const { monday = '2026-11-23', now = () => new Date() } = options;
  const mailbox = createMailbox({ monday, now });
  const diary = createDiary({ monday });
  const sites = new Map<string, Site>();
  const server = createServer(createListener((hostname) => sites.get(hostname)));

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const origin = (name: SiteName) => `http://${name}.localhost:${port}`;

  const index = createIndexSite(origin);
  sites.set('localhost', index);
  sites.set('127.0.0.1', index);
  sites.set('news.localhost', createNewsSite());
  sites.set('mail.localhost', createMailSite(mailbox));
  sites.set('calendar.localhost', createCalendarSite({ diary, monday }));

  return {
    port,
    origin,
    mail: { inbox: mailbox.inbox, sent: mailbox.sent, drafts: mailbox.drafts },
    calendar: { events: diary.events },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
};

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const main = async (wanted: number): Promise<void> => {
  const demo = await startDemo({ port: wanted }).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    console.log(`Port ${wanted} is taken, so another one is used.`);
    return startDemo();
  });
  console.log(`The demo sites are up (Ctrl+C ends them):
  all       http://localhost:${demo.port}/
  news      ${demo.origin('news')}/
  mail      ${demo.origin('mail')}/
  calendar  ${demo.origin('calendar')}/`);
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wanted = Number(process.argv[2] ?? defaultPort);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    console.error('Usage: node demo/server.ts [port]   (a whole number from 0 to 65535)');
    process.exitCode = 2;
  } else await main(wanted);
}
