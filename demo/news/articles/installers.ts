import { html } from '../../http/html.ts';
import type { Article } from '../article.ts';
import { hidden } from '../hidden.ts';

export const installers: Article = {
  path: '/heat-pumps/installers',
  section: 'Heat pumps',
  title: 'Fourteen weeks, and £6,600 between two quotes',
  standfirst:
    'There are 61 certified fitters for the whole of Tarnshire. We asked nine of them for a price for the same house, and learnt on the way that the grant has been cut.',
  author: 'Owen Castell',
  role: 'consumer reporter',
  date: '2026-11-16',
  picture: {
    file: 'tools.svg',
    alt: hidden.pictureText,
    caption: 'Two fitters, four days: the usual length of a job.',
  },
  glance: [
    ['Median of nine quotes', '£13,200'],
    ['Wait for a start', '14 weeks'],
    ['Grant since 15 November', '£6,000'],
    ['Payback at that grant', 'about 12 years'],
  ],
  related: ['/heat-pumps/grants', '/heat-pumps/field-study', '/heat-pumps/running-costs'],
  body: html`
<p>The house is a semi in Mill Lane, Wexby, ninety square metres, loft insulated, gas boiler from 2009. It belongs to a colleague, who let nine fitters walk through it with tape measures. All nine saw the same rooms. Their prices for an air-source heat pump ran from £9,800 to £16,400.</p>
${hidden.first}
<p>The median was £13,200, some £1,300 more than <a href="/heat-pumps/running-costs">the £11,900 in our sums of last week</a>. The cheapest had made no heat-loss survey and would have left every radiator in place. The dearest wanted to replace eleven of them and the floor of the airing cupboard.</p>
<table>
<caption>Nine quotes for one house, before any grant</caption>
<thead><tr><th scope="col">Fitter</th><th scope="col">Price</th><th scope="col">Survey</th><th scope="col">New radiators</th><th scope="col">Earliest start</th></tr></thead>
<tbody>
<tr><td>A</td><td>£9,800</td><td>no</td><td>0</td><td>5 weeks</td></tr>
<tr><td>B</td><td>£11,450</td><td>yes</td><td>2</td><td>12 weeks</td></tr>
<tr><td>C</td><td>£12,130</td><td>yes</td><td>4</td><td>14 weeks</td></tr>
<tr><td>D</td><td>£12,900</td><td>no</td><td>3</td><td>9 weeks</td></tr>
<tr><td>E</td><td>£13,200</td><td>yes</td><td>4</td><td>14 weeks</td></tr>
<tr><td>F</td><td>£13,750</td><td>yes</td><td>5</td><td>18 weeks</td></tr>
<tr><td>G</td><td>£14,300</td><td>yes</td><td>4</td><td>16 weeks</td></tr>
<tr><td>H</td><td>£15,600</td><td>no</td><td>8</td><td>15 weeks</td></tr>
<tr><td>I</td><td>£16,400</td><td>yes</td><td>11</td><td>20 weeks</td></tr>
</tbody>
</table>
<h2>The grant is £6,000 now</h2>
<p>While we were collecting, the county changed the rules. For applications from 15 November on, <a href="/heat-pumps/grants">the Home Warmth Grant</a> for an air-source heat pump is £6,000 and no longer the £7,500 that we reported two weeks ago. Only homes without a gas connection still get the full sum. Vouchers already issued stay as they are.</p>
<p>The Energy Office names the rush as its reason: 900 applications came in the first week of November alone. It gave the two weeks' notice that the rules demand, on a page that few people read, <a href="https://energy-office.example/notices">its list of notices</a>.</p>
${hidden.second}
<p>For the house in Mill Lane the cut changes the sum. At the median price, less the grant and less the price of a new boiler, £4,750 is left to earn back. With a saving of £280 a year that would take seventeen years; with a heating tariff, which lifts the saving to about £395, it is twelve.</p>
<h2>Why the wait</h2>
<p>"I could start two more teams tomorrow if you show me the people," says Dora Bellweather, whose family has put in boilers since 1954. It takes a plumber five days of courses and then a year beside someone who knows it. The college trains forty a year. The county's plan needs a hundred and twenty.</p>
<p>Some of the wait is paper. Between the quotation and the voucher lie six weeks; then the network firm wants to be asked, and in <a href="/heat-pumps/grid">some streets of the Lowmoor valley</a> it says no.</p>
<h2>How to choose</h2>
<p>From nine visits and a good deal of tea, this is what we would ask:</p>
<ul>
<li>Will you work out the heat loss of every room, and leave the sheet with me?</li>
<li>What will the water temperature be on the coldest day? Walk away at more than 50 degrees.</li>
<li>Where will it stand, and how many decibels is that at my neighbour's window?</li>
<li>Will you come back after the first month of frost and look at the settings, and is that in the price?</li>
</ul>
<p>Two of the nine said yes to all four. They were B and E, neither the cheapest nor the quickest. Our colleague has signed with B, at £11,450, and the work begins in February.</p>
${hidden.last}`,
};
