import { isDate } from '../dates.ts';
import { type Html, html, type Part } from '../http/html.ts';
import { type CalendarEvent, minutesOf } from './event.ts';

const names = ['title', 'date', 'start', 'end', 'place', 'guests', 'notes'] as const;

/** The form's fields as typed. */
export type EventFields = Readonly<Record<(typeof names)[number], string>>;

/** What is wrong, by field, in words for the person. */
export type EventProblems = Partial<EventFields>;

export const fieldsOf = (form: URLSearchParams, preset: Partial<EventFields> = {}): EventFields => {
  const field = (name: keyof EventFields) => form.get(name) ?? preset[name] ?? '';
  return {
    title: field('title'),
    date: field('date'),
    start: field('start'),
    end: field('end'),
    place: field('place'),
    guests: field('guests'),
    notes: field('notes'),
  };
};

const guestsOf = (text: string): string[] => text.split(/[,;\s]+/).filter((guest) => guest !== '');
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The event that the fields describe, or why they describe none. */
export const readEvent = (
  fields: EventFields,
): { kind: 'event'; event: Omit<CalendarEvent, 'id'> } | { kind: 'problems'; problems: EventProblems } => {
  const guests = guestsOf(fields.guests);
  const wrongGuests = guests.filter((guest) => !/^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$/.test(guest));
  const problems: { -readonly [name in keyof EventProblems]: EventProblems[name] } = {};
  if (fields.title.trim() === '') problems.title = 'Give the event a title.';
  if (!isDate(fields.date)) problems.date = 'Choose a day.';
  if (!isTime(fields.start)) problems.start = 'Choose when it starts.';
  if (!isTime(fields.end)) problems.end = 'Choose when it ends.';
  else if (isTime(fields.start) && minutesOf(fields.end) <= minutesOf(fields.start)) {
    problems.end = 'It has to end after it starts.';
  }
  if (wrongGuests.length > 0) problems.guests = `This is not a mail address: ${wrongGuests.join(', ')}`;
  if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
  return {
    kind: 'event',
    event: { ...fields, title: fields.title.trim(), place: fields.place.trim(), guests },
  };
};

export const eventForm = (fields: EventFields, problems: EventProblems = {}): Html => html`
<h1>New event</h1>
${Object.keys(problems).length > 0 && html`<p class="alert" role="alert">The event was not added. Please mend the marked fields.</p>`}
<form class="event-form" method="post" action="/events" autocomplete="off">
  ${row('title', 'Title', html`<input ${attributes('title', problems)} type="text" value="${fields.title}">`, problems)}
  ${row('date', 'Date', html`<input ${attributes('date', problems)} type="date" value="${fields.date}">`, problems)}
  ${row('start', 'Starts', html`<input ${attributes('start', problems)} type="time" value="${fields.start}">`, problems)}
  ${row('end', 'Ends', html`<input ${attributes('end', problems)} type="time" value="${fields.end}">`, problems)}
  ${row('place', 'Place', html`<input ${attributes('place', problems)} type="text" value="${fields.place}">`, problems)}
  ${row('guests', 'Guests', html`<input ${attributes('guests', problems)} type="text" inputmode="email" value="${fields.guests}">`, problems)}
  ${row(
    'notes',
    'Notes',
    html`<textarea ${attributes('notes', problems)} rows="4">
${fields.notes}</textarea>`,
    problems,
  )}
  <div class="buttons">
    <button class="primary" type="submit">Add event</button>
    <a class="button quiet" href="/">Cancel</a>
  </div>
</form>`;

const attributes = (name: keyof EventFields, problems: EventProblems): Part => [
  html`id="${name}" name="${name}"`,
  problems[name] !== undefined && html` aria-invalid="true" aria-describedby="${name}-problem"`,
];

const row = (name: keyof EventFields, label: string, control: Html, problems: EventProblems): Html => html`
  <div class="field">
    <label for="${name}">${label}</label>
    ${control}
    ${problems[name] !== undefined && html`<p class="problem" id="${name}-problem">${problems[name] ?? ''}</p>`}
  </div>`;
