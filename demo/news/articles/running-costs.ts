import { html } from '../../http/html.ts';
import type { Article } from '../article.ts';

export const runningCosts: Article = {
  path: '/heat-pumps/running-costs',
  section: 'Heat pumps',
  title: 'What a heat pump costs to run in Tarnshire',
  standfirst:
    'We worked through a year of bills for three kinds of house. In each of them the heat pump came out cheaper than gas, though not by as much as the adverts say.',
  author: 'Isla Renwick',
  role: 'energy correspondent',
  date: '2026-11-09',
  picture: {
    file: 'house.svg',
    alt: 'Drawing of a house with a heat pump beside it',
    caption: 'The unit outside is the size of a large suitcase.',
  },
  glance: [
    ['Running cost, three-bed semi', '£980 a year'],
    ['The same house on gas', '£1,260 a year'],
    ['Payback after the grant', 'about 7 years'],
  ],
  related: ['/heat-pumps/grants', '/heat-pumps/field-study', '/letters/a-cold-january'],
  body: html`
<p>A heat pump in a typical three-bedroom semi in Tarnshire costs about £980 a year to run at today's prices. The same house heated with a modern gas boiler costs £1,260. That is the short answer to the question readers send us most often, and like most short answers it needs a longer one.</p>
<p>Our sums start with the heat a house needs. We took figures from the county's register of energy certificates and checked them against the meter readings of eleven readers who let us look at their cupboards. A semi of ninety square metres, with its loft insulated, needs 11,600 kilowatt-hours of heat in an ordinary year.</p>
<h2>From heat to money</h2>
<p>A heat pump delivers several units of heat for each unit of electricity it takes. Over a whole year the makers promise a factor of four. We used 3.4, which is what the eleven meters showed on average. The semi then needs about 3,400 kilowatt-hours of electricity, at 28.7 pence each.</p>
<p>On the gas side we assumed a boiler that turns ninety per cent of its fuel into warmth, a price of 8.9 pence per kilowatt-hour, and £113 of standing charge that you save when the gas meter is taken out.</p>
<table>
<caption>Heating and hot water for one year</caption>
<thead><tr><th scope="col">House</th><th scope="col">Heat needed</th><th scope="col">Heat pump</th><th scope="col">Gas boiler</th><th scope="col">Saved</th></tr></thead>
<tbody>
<tr><td>Two-room flat</td><td>6,800 kWh</td><td>£570</td><td>£785</td><td>£215</td></tr>
<tr><td>Three-bed semi</td><td>11,600 kWh</td><td>£980</td><td>£1,260</td><td>£280</td></tr>
<tr><td>Detached house</td><td>17,400 kWh</td><td>£1,470</td><td>£1,835</td><td>£365</td></tr>
</tbody>
</table>
<h2>What moves the figure</h2>
<p>Three things matter more than the brand on the box:</p>
<ul>
<li>The temperature of the water in the radiators. Each five degrees less saves roughly six per cent of the electricity.</li>
<li>The tariff. Two suppliers now sell a heating tariff at 19 pence outside the evening peak, which would take the semi below £800.</li>
<li>Running it steadily. Turning the heat off at night and chasing it in the morning is how people end up with bills like the one in <a href="/letters/a-cold-january">a letter that reached us this month</a>.</li>
</ul>
<p>Prices are the open flank. If electricity went up by a tenth and gas did not, the advantage of the semi would shrink to £180. The national price tables, renewed each quarter, are kept by the <a href="https://energy-office.example/prices">Energy Office</a>.</p>
<h2>When does it pay?</h2>
<p>An air-source system for the semi costs £11,900 in our sample. Take off the <a href="/heat-pumps/grants">grant of £7,500</a> and the £2,450 that a new boiler would have cost anyway, and £1,950 is left to earn back. At £280 a year that takes about seven years. The machine should last fifteen to twenty.</p>
<p>Those who have to replace many radiators should add £1,500 or more, and then the payback moves past twelve years. Insulating the loft first is nearly always the better pound spent. "The cheapest kilowatt-hour is the one that the roof keeps in," says Hester Quill, who advises tenants in Aldermoor. "I tell people to buy the blanket before the stove."</p>
<p>And there is the weather. Our year was an ordinary one. What happens in a hard frost, when the machine has to work most, is a matter of its own, which we took up in <a href="/heat-pumps/cold-weather">the test at Pennow</a>.</p>`,
};
