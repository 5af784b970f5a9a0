import { html } from '../../http/html.ts';
import type { Article } from '../article.ts';

export const noise: Article = {
  path: '/heat-pumps/noise',
  section: 'Heat pumps',
  title: 'How loud is it next door? A night in Wexby with a sound meter',
  standfirst:
    'Nine heat pumps in one street, one calibrated meter, two nights. The quietest could not be heard over the brook. The loudest had been put in a corner.',
  author: 'Priya Dunmore',
  role: 'reporter',
  date: '2026-10-26',
  picture: {
    file: 'house.svg',
    alt: 'Drawing of a house with a heat pump beside it',
    caption: 'A wall on one side reflects; a wall on two sides makes a trumpet.',
  },
  glance: [
    ['Average at three metres', '40 dB'],
    ['At the neighbour’s window', '36 to 41 dB'],
    ['Limit at night', '42 dB'],
  ],
  related: ['/heat-pumps/grants', '/letters/a-cold-january', '/heat-pumps/field-study'],
  body: html`
<p>Complaints about heat pumps have trebled at the Wexby environmental office, from four in a year to twelve. Nearly all of them come from people who do not own one. So we borrowed a calibrated sound meter from the college, asked the residents of Fuller's Row for leave to stand in their gardens, and went there on two nights in October.</p>
<p>At three metres in front of the units we measured 40 decibels on average. At the nearest bedroom window of the neighbours it was between 36 and 41. The limit at night, by the county's rules, is 42. None of the nine broke it.</p>
<h2>What the numbers mean</h2>
<p>Decibels are hard to picture, as ten more mean that a sound seems about twice as loud. These are sounds that we measured in the same street on the same nights, with the same meter:</p>
<table>
<caption>Fuller's Row between 22:00 and 02:00, in dB(A)</caption>
<thead><tr><th scope="col">Sound</th><th scope="col">Level</th></tr></thead>
<tbody>
<tr><td>Garden at two in the morning, brook running</td><td>33</td></tr>
<tr><td>Quietest heat pump at three metres</td><td>35</td></tr>
<tr><td>Refrigerator in an open kitchen</td><td>39</td></tr>
<tr><td>Average of nine heat pumps at three metres</td><td>40</td></tr>
<tr><td>Loudest heat pump at three metres</td><td>45</td></tr>
<tr><td>Car passing at walking pace</td><td>57</td></tr>
</tbody>
</table>
<p>The nights were mild, seven and nine degrees above zero. That matters. The fan turns faster in frost, and every hour or so the machine reverses itself to melt the ice off its fins, with a hiss and a clunk. Fitters say that adds four or five decibels. We have not measured it, and a reader in Stonehithe says that <a href="/letters/a-cold-january">it adds a good deal more</a>.</p>
<h2>It is the place, not the machine</h2>
<p>The loudest unit was the same model as the third quietest. It stands in an inner corner between two walls, on a bracket screwed to the bricks, and the bedroom behind those bricks hums with it. The fitter has promised to move it to the ground.</p>
<p>Osric Vane, who teaches acoustics at the college, has three rules for buyers:</p>
<ul>
<li>Stand it on its own feet on gravel or rubber, never hang it on the wall of a room in which somebody sleeps.</li>
<li>One wall behind it, none beside it. A corner adds up to six decibels.</li>
<li>Let the fan blow along the fence, not at it.</li>
</ul>
<p>"On the data sheet you will find the sound power, something like 54," he says. "That is not what you hear. It is as if a lamp gave its wattage and you took it for the brightness of the page. At three metres it is some fifteen less." Sellers quote whichever figure suits them, and buyers compare the wrong ones.</p>
<h2>And the law</h2>
<p>A unit needs no planning consent if it keeps to 42 decibels at the nearest window and stands a metre from the boundary. Since May the fitter's noise sheet is also a condition for the <a href="/heat-pumps/grants">Home Warmth Grant</a>. Who thinks a neighbour's unit too loud can ask the council to measure, free of charge; the form is at <a href="https://council.wexby.example/noise">the Wexby council's site</a>. The wait is nine weeks at present, by which time, says the officer with a sigh, it is usually spring.</p>`,
};
