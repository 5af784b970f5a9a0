import { html } from '../../http/html.ts';
import type { Article } from '../article.ts';

export const letter: Article = {
  path: '/letters/a-cold-january',
  section: 'Letters',
  title: '“I have kept every reading since the first day”',
  standfirst:
    'A reader in Stonehithe on £1,690 for a year, a bedroom of 16 degrees and a neighbour who does not greet any more.',
  author: 'Winifred Hale',
  role: 'reader, Stonehithe',
  date: '2026-11-18',
  picture: {
    file: 'snow.svg',
    alt: 'Drawing of a heat pump under snow below the fells',
    caption: 'Stonehithe in January, as our reader remembers it.',
  },
  glance: [
    ['Her first year', '£1,690'],
    ['Budgeted', '£980'],
    ['Noise at the fence', '51 dB, by telephone'],
  ],
  related: ['/heat-pumps/running-costs', '/heat-pumps/noise', '/heat-pumps/cold-weather'],
  body: html`
<p>Sir, Madam,</p>
<p>I read with interest that a heat pump in a three-bedroom semi costs <a href="/heat-pumps/running-costs">£980 a year</a>. Mine, in a three-bedroom semi, has cost £1,690. I taught arithmetic for thirty-four years and have kept every reading since the first day, so allow me to lay out my workings.</p>
<p>The machine was put in during October of last year. It replaced a gas boiler that was old but faithful, and that cost me £1,310 in its last twelve months. I paid £6,200 after the grant. The young man said that I should see it back in eight years. At the present rate I shall see it back never, as it costs more each year than what it replaced.</p>
<table>
<caption>My electricity for the heat pump alone</caption>
<thead><tr><th scope="col">Months</th><th scope="col">Units</th><th scope="col">Cost</th></tr></thead>
<tbody>
<tr><td>October to December 2025</td><td>1,480</td><td>£425</td></tr>
<tr><td>January to March 2026</td><td>2,910</td><td>£835</td></tr>
<tr><td>April to June 2026</td><td>860</td><td>£247</td></tr>
<tr><td>July to September 2026</td><td>638</td><td>£183</td></tr>
<tr><td>Together</td><td>5,888</td><td>£1,690</td></tr>
</tbody>
</table>
<h2>January</h2>
<p>Your Mr Frear writes that at Pennow, at ten below, <a href="/heat-pumps/cold-weather">the backup heaters did not switch on once</a>. In my house it ran for eleven days together. I know it, since there is a small lamp for it, and since the meter went round like a fairground. In spite of that my bedroom did not get above 16 degrees in that week. I slept in a hat.</p>
<p>Then the noise. I do not own a calibrated meter, only the telephone that my niece gave me, with a program on it. At the fence it showed 51 decibels in the frost, when the thing thaws itself. I know that a telephone is no instrument. But Mr Dacre next door is no instrument either, and he has stopped greeting me.</p>
<h2>What I have learnt</h2>
<p>I do not write to frighten anybody. In September, after much telephoning, a different engineer came, an older lady. She found, in this order:</p>
<ol>
<li>that the water was set to 60 degrees, as for a boiler, where 45 is enough;</li>
<li>that I had followed the leaflet of the old boiler and turned it down at night, which makes it gallop every morning;</li>
<li>that two radiators upstairs are half the size they should be, which the survey would have shown had anyone made one;</li>
<li>that it stands in a corner, which your Miss Dunmore could have told them, <a href="/heat-pumps/noise">and indeed did</a>.</li>
</ol>
<p>She changed the first two in twenty minutes and would take nothing but tea. In the eight weeks since then, the machine has used 31 per cent less than in the same weeks of last year, in about the same weather. I have written the readings on a sheet, and anyone may see them. If it goes on like that, I shall be at some £1,170 this year. That is not £980, but it is less than the gas.</p>
<p>So my complaint is not about the machine. It is that £6,200 bought me four days of work and not twenty minutes of thought. Nobody checked it afterwards. I understand from <a href="https://consumers.example/heating">the consumers' association</a> that I could have asked for a second visit free of charge within the year. Somebody might have told me so within the year.</p>
<p>Yours faithfully,<br>Winifred Hale, Stonehithe</p>
<p><em>The editor adds: the fitter, to whom we showed this letter, has offered to replace both radiators and to move the unit. Mrs Hale has accepted the first and is thinking about the second.</em></p>`,
};
