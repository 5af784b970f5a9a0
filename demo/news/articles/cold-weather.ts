import { html } from '../../http/html.ts';
import type { Article } from '../article.ts';

export const coldWeather: Article = {
  path: '/heat-pumps/cold-weather',
  section: 'Heat pumps',
  title: 'At ten below, the pumps of Pennow kept up',
  standfirst:
    'The fells had their hardest frost in eleven years last January. At the test house in Pennow five heat pumps ran through it, and the backup heaters stayed off.',
  author: 'Callum Frear',
  role: 'science reporter',
  date: '2026-11-12',
  picture: {
    file: 'snow.svg',
    alt: 'Drawing of a heat pump under snow below the fells',
    caption: 'Pennow lies at 410 metres. Snow on the lid does no harm; snow before the fan does.',
  },
  glance: [
    ['Efficiency at −10 °C', '2.6'],
    ['Efficiency at +7 °C', '4.1'],
    ['Backup heater used', '0 hours'],
  ],
  related: ['/heat-pumps/field-study', '/heat-pumps/running-costs', '/heat-pumps/grid'],
  body: html`
<p>In the night to 14 January the thermometer at Pennow fell to −12.4 °C, the lowest in eleven years. In the old schoolhouse, where the Tarnshire College keeps five heat pumps of five makers side by side, it stayed at 20 degrees in every room. The electric backup heaters that each machine carries for such nights did not switch on once.</p>
<p>The college has now published what its meters recorded. At −10 °C the five machines delivered on average 2.6 units of heat for each unit of electricity. The best reached 2.9, the worst 2.3. That is far less than on a mild day, but more than twice what a plain electric heater gives.</p>
<table>
<caption>Units of heat per unit of electricity, water at 40 °C, average of five machines</caption>
<thead><tr><th scope="col">Outside</th><th scope="col">Average</th><th scope="col">Best</th><th scope="col">Worst</th></tr></thead>
<tbody>
<tr><td>+7 °C</td><td>4.1</td><td>4.6</td><td>3.7</td></tr>
<tr><td>+2 °C</td><td>3.4</td><td>3.8</td><td>3.0</td></tr>
<tr><td>−5 °C</td><td>2.9</td><td>3.2</td><td>2.6</td></tr>
<tr><td>−10 °C</td><td>2.6</td><td>2.9</td><td>2.3</td></tr>
</tbody>
</table>
<h2>Why it gets harder</h2>
<p>A heat pump carries warmth uphill, from the cold outside to the warm inside, and the steeper the hill the more work it takes. Frost adds a second burden. Moisture from the air freezes on the fins, and from time to time the machine has to run backwards to thaw them, taking warmth out of the house for a few minutes.</p>
<p>"People think that there is no heat in air at minus ten," says Brynja Holt, who leads the test. "There is plenty. It is a question of how much you pay to fetch it." In the coldest week, by her meters, the schoolhouse used 61 kilowatt-hours a day, against 22 in an ordinary week of winter.</p>
<h2>The small print</h2>
<p>The schoolhouse is not your house. Its walls were insulated in 2019, its radiators are large, and the water in them never had to be hotter than 40 degrees. The machines were set up by engineers of the makers, who came twice. Holt says so herself, and lists what has to be right:</p>
<ul>
<li>a heat-loss survey of every room, not a guess by the floor area;</li>
<li>radiators that warm the room with water at 45 degrees or less;</li>
<li>a machine neither too small nor, more often, too large;</li>
<li>an outdoor unit that stands a hand's breadth above the deepest snow.</li>
</ul>
<p>Ordinary homes do worse. A wider study of lived-in houses, which we expect <a href="/heat-pumps/field-study">to report on shortly</a>, is said to have found lower figures and backup heaters that ran for days. And every kilowatt drawn in a frost is drawn by all at once, which worries <a href="/heat-pumps/grid">those who look after the wires</a>.</p>
<p>For the yearly bill the hard nights count for little. At Pennow there were nine of them in the whole winter, and they made up six per cent of the electricity used. Over the full year the schoolhouse reached a factor of 3.6, a little above the 3.4 on which we based <a href="/heat-pumps/running-costs">our sums of the running costs</a>.</p>
<p>The raw readings, minute by minute, can be had from the <a href="https://college.tarnshire.example/pennow">college's data page</a>. The test goes on for two more winters, and the college is looking for a sixth machine.</p>`,
};
