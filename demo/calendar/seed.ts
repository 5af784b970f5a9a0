import { addDays } from '../dates.ts';
import type { CalendarEvent } from './event.ts';

type Seed = Omit<CalendarEvent, 'id' | 'date' | 'guests' | 'notes'> & {
  day: number;
  guests?: string[];
  notes?: string;
};

const week: readonly Seed[] = [
  {
    day: 0,
    title: 'Desk meeting',
    start: '09:30',
    end: '10:15',
    place: 'Newsroom',
    guests: ['mira@kestrel.example', 'jonas@kestrel.example'],
  },
  { day: 0, title: 'Dentist', start: '15:00', end: '15:45', place: 'Mill Lane 8, Wexby' },
  {
    day: 1,
    title: 'Call with the Lowmoor Institute',
    start: '11:00',
    end: '11:30',
    place: 'Telephone',
    notes: 'Ask which of the 64 homes ran their backup heater.',
  },
  {
    day: 1,
    title: 'Lunch with Callum',
    start: '12:30',
    end: '13:30',
    place: 'The Lamplighter',
    guests: ['callum@kestrel.example'],
  },
  {
    day: 2,
    title: 'Power off in Mill Lane',
    start: '13:00',
    end: '15:30',
    place: 'Home',
    notes: 'Transformer work. Up to forty minutes without electricity.',
  },
  {
    day: 2,
    title: 'Heating engineer visits',
    start: '14:00',
    end: '15:00',
    place: 'Home',
    notes: 'Second quotation, bring BW-2291 to compare.',
  },
  { day: 3, title: 'Library books due', start: '10:00', end: '10:30', place: 'Wexby Library' },
  {
    day: 3,
    title: 'Council: housing committee preview',
    start: '16:00',
    end: '17:30',
    place: 'Aldermoor town hall, room 2',
  },
  {
    day: 4,
    title: 'Heat pump brief due',
    start: '12:00',
    end: '12:30',
    place: '',
    notes: 'To Mira. One page, with sources.',
  },
  { day: 4, title: 'Week review', start: '14:00', end: '14:30', place: 'Newsroom', guests: ['mira@kestrel.example'] },
  {
    day: 5,
    title: 'Biscuit the dog',
    start: '10:00',
    end: '16:00',
    place: 'Home',
    notes: 'Lead and towel come with Leni. There is soup.',
  },
];

export const seedEvents = (monday: string): CalendarEvent[] =>
  week.map(({ day, guests = [], notes = '', ...rest }, i) => ({
    id: `e${i + 1}`,
    date: addDays(monday, day),
    guests,
    notes,
    ...rest,
  }));
