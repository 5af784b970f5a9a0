import { html } from '../../http/html.ts';
import type { Article } from '../article.ts';

export const grid: Article = {
  path: '/heat-pumps/grid',
  section: 'Heat pumps',
  title: 'Can the wires of the Lowmoor valley take it?',
  standfirst:
    'Every third house in Tarnshire could have a heat pump by 2032. The network firm says it is ready for that. Its own plans show four places where it is not.',
  author: 'Isla Renwick',
  role: 'energy correspondent',
  date: '2026-11-05',
  picture: {
    file: 'wires.svg',
    alt: 'Drawing of pylons at sunset',
    caption: 'The line into the Lowmoor valley was built in 1968 for a third of today’s load.',
  },
  glance: [
    ['Peak per heat pump, planned', '2.1 kW'],
    ['Homes with one today', '7 %'],
    ['Expected by 2032', '31 %'],
    ['Upgrades', '£64 million'],
  ],
  related: ['/heat-pumps/cold-weather', '/heat-pumps/field-study', '/heat-pumps/installers'],
  body: html`
<p>On the coldest evening of last winter, at ten to six, Tarnshire drew 412 megawatts from the network, more than ever before. Seven homes in a hundred had a heat pump then. By 2032 it will be thirty-one, if the county keeps to its plan. Will the wires stand it?</p>
<p>"Yes," says Tarn Networks, the firm that owns them, "with the work that we have in hand." It reckons with 2.1 kilowatts for each heat pump at the moment of the highest load. Not all run at once, the firm explains, and a machine that runs gently all day asks for less than one that is switched on when people come home.</p>
<h2>A figure in dispute</h2>
<p>The 2.1 comes from mild winters in the south. Brynja Holt of the Tarnshire College thinks it too low. Her machines at <a href="/heat-pumps/cold-weather">the test house in Pennow</a> drew 2.8 kilowatts each in the frost of January, and that was in a well-insulated building. "If you plan a bridge for the average lorry," she says, "do not be surprised by the others."</p>
<p>At 2.1 kilowatts, the heat pumps of 2032 would add 95 megawatts to the evening peak; at 2.8, they would add 127. The difference is a large substation.</p>
<table>
<caption>Load on four substations, as a share of what they can carry</caption>
<thead><tr><th scope="col">Substation</th><th scope="col">Winter 2025/26</th><th scope="col">2032 at 2.1 kW</th><th scope="col">2032 at 2.8 kW</th></tr></thead>
<tbody>
<tr><td>Aldermoor East</td><td>71 %</td><td>88 %</td><td>94 %</td></tr>
<tr><td>Wexby</td><td>83 %</td><td>99 %</td><td>105 %</td></tr>
<tr><td>Stonehithe</td><td>86 %</td><td>103 %</td><td>110 %</td></tr>
<tr><td>Pennow</td><td>78 %</td><td>101 %</td><td>109 %</td></tr>
</tbody>
</table>
<h2>What is being built</h2>
<p>The firm will spend £64 million by 2031. Most of it goes into things that nobody sees:</p>
<ul>
<li>a second transformer each at Stonehithe and Pennow, in 2028 and 2029;</li>
<li>140 street transformers, beginning this month in Wexby;</li>
<li>22 kilometres of thicker cable in the Lowmoor valley;</li>
<li>meters in 900 street cabinets, since at present nobody knows what flows there.</li>
</ul>
<p>All customers pay for it through their bills, about £9 a year each. That is not in most sums of what a heat pump costs, <a href="/heat-pumps/running-costs">ours</a> included, because everyone pays it, with or without.</p>
<h2>The cheaper way</h2>
<p>Concrete and copper are not the only way. If heat pumps paused for forty minutes when the load is highest, a house would cool by a fifth of a degree and the peak would sink by a tenth. In Wexby 240 households tried that last winter. They were paid £55 each, and in the survey afterwards nine in ten had noticed nothing. The rest had noticed the £55.</p>
<p>The regulator wants such pauses to be offered everywhere from 2028. Consumer groups ask that it stays a choice, and that the old and the ill are never paused. The draft is open for comment until 12 December <a href="https://regulator.example/flexible-heat">on the regulator's site</a>.</p>
<p>Until then, the network firm can refuse. Seventeen homes in the upper Lowmoor valley have been told to wait with their heat pump until their street gets its new cable. Some of them hold a voucher for <a href="/heat-pumps/grants">the grant</a>, which is good for three months and may be renewed once. The cable comes in fourteen.</p>`,
};
