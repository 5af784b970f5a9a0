import { longDate } from '../dates.ts';
import { type Html, html } from '../http/html.ts';
import type { CalendarEvent } from './event.ts';

export type Frame = { readonly title: string; readonly content: Html; readonly status?: string | undefined };

/** The frame round every page of the calendar. */
export const layout = ({ title, content, status }: Frame): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Week</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/week.css">
<link rel="stylesheet" href="/assets/grid.css">
</head>
<body>
<header class="top">
  <a class="brand" href="/">Week</a>
  <a class="button primary" href="/new">New event</a>
</header>
<main>
  ${status !== undefined && html`<p class="status" role="status">${status}</p>`}
  ${content}
</main>
</body>
</html>`;

export const eventDetails = (event: CalendarEvent): Html => html`
<article class="details">
  <h1>${event.title}</h1>
  <dl>
    <dt>When</dt><dd><time datetime="${event.date}T${event.start}">${longDate(event.date)}, ${event.start} to ${event.end}</time></dd>
    ${detail('Place', event.place)}
    ${detail('Guests', event.guests.join(', '))}
    ${detail('Notes', event.notes)}
  </dl>
  <p><a href="/?week=${event.date}">Back to the week</a></p>
</article>`;

const detail = (label: string, text: string) => text !== '' && html`<dt>${label}</dt><dd class="text">${text}</dd>`;
