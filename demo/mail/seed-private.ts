import type { SeedMail } from './seed.ts';

/** What comes in from outside the office. */
export const privateMails: readonly SeedMail[] = [
  {
    id: 'm6',
    from: 'Bellweather Heating <quotes@bellweather.example>',
    day: -4,
    time: '14:21',
    read: true,
    subject: 'Your quotation BW-2291',
    body: `
Dear Robin Ashby,

thank you for having us round. For an air-source heat pump of 7 kW in your house, with a 200 litre cylinder and four larger radiators, we can offer:

Equipment             £6,480
Labour, four days     £3,900
Radiators and pipes   £1,750
Total                £12,130 before any grant

The price holds until 18 December. Our next free start is in the week of 1 March.

Kind regards,
Dora Bellweather`,
  },
  {
    id: 'm7',
    from: 'Wexby Library <loans@library.wexby.example>',
    day: -1,
    time: '07:00',
    read: true,
    subject: 'Two books are due on Thursday',
    body: `
These loans end on Thursday:

1. A History of Warm Rooms
2. The Plumber's Year

You can renew each of them once at the desk or by answering this mail with the word RENEW.`,
  },
  {
    id: 'm8',
    from: 'Leni Ashby <leni@ashby-family.example>',
    day: -1,
    time: '20:48',
    subject: 'Saturday & the dog',
    body: `
Hi you,

can you take Biscuit on Saturday from ten until about four? I will bring the lead AND the towel this time.

There is soup in it for you.

L.`,
  },
  {
    id: 'm9',
    from: 'Tomas Wren <tomas@smallweb.example>',
    day: -5,
    time: '22:10',
    read: true,
    subject: 'Why does <b>every</b> newsletter do this?',
    body: `
Look at the subject line that I just got from a shop: "Save <b>BIG</b> & smile". Somebody forgot to escape it, or to unescape it.

I tried <script>document.title = 'hello'</script> in their feedback form, and guess what the page was called afterwards. Told them, of course.

Tomas`,
  },
  {
    id: 'm10',
    from: 'Tarn Networks <outages@tarn-networks.example>',
    day: 0,
    time: '06:30',
    subject: 'Planned work in your street on Wednesday',
    body: `
We will replace a transformer in Mill Lane, Wexby, on Wednesday between 13:00 and 15:30. Your electricity will be off for up to forty minutes in that time.

Please do not open the street cabinet. If you depend on medical equipment, call us before Tuesday evening.`,
  },
];
