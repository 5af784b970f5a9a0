import { html } from '../../http/html.ts';
import type { Article } from '../article.ts';

export const fieldStudy: Article = {
  path: '/heat-pumps/field-study',
  section: 'Heat pumps',
  title: 'Sixty-four homes, two winters: what the field study found',
  standfirst:
    'The Lowmoor Institute metered heat pumps in lived-in houses all over Tarnshire. They cost more to run than we reckoned, and differ more than anyone expected.',
  author: 'Callum Frear and Priya Dunmore',
  role: 'for The Kestrel',
  date: '2026-11-19',
  picture: {
    file: 'house.svg',
    alt: 'Drawing of a house with a heat pump beside it',
    caption: 'The study asked nobody to change anything. It only counted.',
  },
  glance: [
    ['Median running cost', '£1,180 a year'],
    ['Efficiency over the year', '2.9'],
    ['Efficiency at −10 °C', '1.9'],
    ['Payback', '9 to 15 years'],
  ],
  related: ['/heat-pumps/cold-weather', '/heat-pumps/running-costs', '/heat-pumps/noise', '/letters/a-cold-january'],
  body: html`
<p>For two winters, small grey boxes in 64 cupboards between Aldermoor and Pennow counted every kilowatt-hour that went into a heat pump and every one that came out as warmth. It is the largest study of its kind in the county, and the Lowmoor Institute published it on Tuesday. Its message fits into one sentence: heat pumps work in ordinary homes, but not as well as on paper.</p>
<p>The median home paid £1,180 a year for heating and hot water. That is £200 more than <a href="/heat-pumps/running-costs">the £980 which this newspaper reckoned</a> for a semi, and £80 less than gas would have cost at the same prices. Half of the homes lay between £960 and £1,430. The dearest paid £1,910, the cheapest, a terraced house in Wexby with underfloor heating, £640.</p>
<table>
<caption>The study beside what was said before</caption>
<thead><tr><th scope="col">Question</th><th scope="col">Study, median</th><th scope="col">Earlier figure</th></tr></thead>
<tbody>
<tr><td>Running cost per year</td><td>£1,180</td><td>£980 (our estimate)</td></tr>
<tr><td>Heat per unit of electricity, whole year</td><td>2.9</td><td>3.4 (our estimate)</td></tr>
<tr><td>The same at −10 °C</td><td>1.9</td><td>2.6 (Pennow test house)</td></tr>
<tr><td>Noise at three metres</td><td>44 dB</td><td>40 dB (Fuller's Row)</td></tr>
<tr><td>Load in the coldest hour</td><td>3.4 kW</td><td>2.1 kW (Tarn Networks)</td></tr>
</tbody>
</table>
<h2>In the frost</h2>
<p>The gap is widest in the cold. At −10 °C the homes got 1.9 units of heat for each unit of electricity, where <a href="/heat-pumps/cold-weather">the test house at Pennow</a> had 2.6. In 38 of the 64 homes the electric backup heater ran, in some for a single night, in some for nine days. "The test house shows what the machine can do," says Ruben Achterberg, who led the study. "We show what happens when the machine meets a house, a fitter and a teenager."</p>
<p>The coldest hour is also what the network must be built for. There the homes drew 3.4 kilowatts each, well above the 2.1 with which <a href="/heat-pumps/grid">the network firm plans</a>. The firm says it will look at the figures.</p>
<h2>Why they differ</h2>
<p>Neither the maker nor the price explains who did well. Four things do:</p>
<ul>
<li>Water temperature. Homes set to 45 degrees or less paid £310 a year less than those at 55 or more.</li>
<li>A survey of every room before the work. Where it had been made, the backup heater ran a quarter as long.</li>
<li>Steady running. Switching off at night cost 8 per cent more, not less.</li>
<li>A second visit. Only 14 homes ever had one; they are among the best.</li>
</ul>
<p>Noise was measured in frost as well as in mild weather. At three metres the median was 44 decibels, and 47 below −5 °C. Five units were over the limit of 42 at a neighbour's window, all five in a corner.</p>
<h2>Does it pay?</h2>
<p>With a grant of £7,500 the institute puts the payback at nine to fifteen years for most homes, far from <a href="/heat-pumps/running-costs">the seven</a> that we had. It notes that the grant was cut while the report was at the printer's, and that with £6,000 the upper end moves beyond the life of the machine unless the settings are put right.</p>
<p>And yet, when asked whether they would do it again, 81 per cent said yes. They named the even warmth, the end of the gas bill and, more often than the authors had expected, the quiet of the house. The dissatisfied fifth had one thing in common, says Achterberg: "They were cold in the first January and nobody came."</p>
<p>The study was paid for by the county and, to a quarter, by Tarn Networks, which had no say in the text. It can be read in full at <a href="https://lowmoor-institute.example/sixty-four-homes">the institute's site</a>.</p>`,
};
