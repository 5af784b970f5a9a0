import { isDate, mondayOf } from '../dates.ts';
import { assetRoute } from '../http/assets.ts';
import type { Site } from '../http/exchange.ts';
import { html } from '../http/html.ts';
import { json, page, seeOther } from '../http/reply.ts';
import { createSite } from '../http/routes.ts';
import type { Diary } from './diary.ts';
import { eventForm, fieldsOf, readEvent } from './event-form.ts';
import { eventDetails, layout } from './layout.ts';
import { weekView } from './week-view.ts';

/** The calendar "Week". Pages: /?week=DATE, /event/ID, /new?date=DATE; /api/state is for tests. */
export const createCalendarSite = ({ diary, monday }: { diary: Diary; monday: string }): Site =>
  createSite(
    [
      {
        method: 'GET',
        path: '/',
        answer: ({ query }) => {
          const asked = query.get('week') ?? '';
          const status = query.get('done') === 'added' ? 'Event added' : undefined;
          const content = weekView(isDate(asked) ? mondayOf(asked) : monday, diary.events());
          return page(layout({ title: 'Calendar', content, status }));
        },
      },
      {
        method: 'GET',
        path: '/event/:id',
        answer: (_, id) => {
          const event = diary.events().find((candidate) => candidate.id === id);
          return event && page(layout({ title: event.title, content: eventDetails(event) }));
        },
      },
      {
        method: 'GET',
        path: '/new',
        answer: ({ query }) => {
          const fields = fieldsOf(query, { date: monday, start: '09:00', end: '10:00' });
          return page(layout({ title: 'New event', content: eventForm(fields) }));
        },
      },
      {
        method: 'POST',
        path: '/events',
        answer: ({ form }) => {
          const fields = fieldsOf(form);
          const read = readEvent(fields);
          if (read.kind === 'problems') {
            return page(layout({ title: 'New event', content: eventForm(fields, read.problems) }), 422);
          }
          const event = diary.add(read.event);
          return seeOther(`/?week=${event.date}&done=added`);
        },
      },
      { method: 'GET', path: '/api/state', answer: () => json({ events: diary.events() }) },
      assetRoute(new URL('./public/', import.meta.url)),
    ],
    () =>
      page(
        layout({
          title: 'Not found',
          content: html`<h1>Not found</h1><p>There is no such page or event. <a href="/">Back to the week</a></p>`,
        }),
        404,
      ),
  );
