import { addDays, longDate, plainDate, shortDate } from '../dates.ts';
import { type Html, html } from '../http/html.ts';
import { type CalendarEvent, minutesOf } from './event.ts';
import { type Placed, placeInLanes } from './lanes.ts';

/** The hours drawn; what lies outside is moved to the edge, so that nothing is lost. */
const firstHour = 8;
const lastHour = 19;

export const weekView = (monday: string, events: readonly CalendarEvent[]): Html => {
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
  return html`
<div class="week-head">
  <h1>Week of ${plainDate(monday)}</h1>
  <nav aria-label="Weeks">
    <a class="button" href="/?week=${addDays(monday, -7)}">Previous week</a>
    <a class="button" href="/?week=${addDays(monday, 7)}">Next week</a>
  </nav>
</div>
<div class="week" style="--hours: ${lastHour - firstHour}">
  <div class="hours" aria-hidden="true">${Array.from({ length: lastHour - firstHour }, (_, i) => html`<span>${firstHour + i}:00</span>`)}</div>
  ${days.map((date) =>
    dayView(
      date,
      events.filter((event) => event.date === date),
    ),
  )}
</div>`;
};

const dayView = (date: string, events: readonly CalendarEvent[]): Html => html`
  <section class="day" aria-label="${longDate(date)}">
    <h2><time datetime="${date}">${shortDate(date)}</time></h2>
    <ol>${placeInLanes(events).map(eventView)}</ol>
    <a class="add" href="/new?date=${date}" aria-label="Add an event on ${longDate(date)}">+</a>
  </section>`;

const eventView = ({ event, lane, lanes }: Placed): Html => html`
      <li style="--from: ${hours(event.start)}; --to: ${hours(event.end)}; --lane: ${lane}; --lanes: ${lanes}">
        <a href="/event/${event.id}"><span class="time">${event.start}<span class="until"> to ${event.end}</span></span> <span class="title">${event.title}</span></a>
      </li>`;

const hours = (time: string): number => Math.min(Math.max(minutesOf(time) / 60 - firstHour, 0), lastHour - firstHour);
