import { html } from '../../http/html.ts';
import type { Article } from '../article.ts';

export const grants: Article = {
  path: '/heat-pumps/grants',
  section: 'Heat pumps',
  title: 'The Home Warmth Grant: £7,500, and how to get it',
  standfirst:
    'The county pays a flat sum towards a heat pump, whatever you earn. The form is short, the order of the steps is strict, and the pot is not bottomless.',
  author: 'Owen Castell',
  role: 'consumer reporter',
  date: '2026-11-02',
  picture: {
    file: 'tools.svg',
    alt: 'Drawing of pipes, a cylinder and a tool box',
    caption: 'The grant is paid to the fitter, who takes it off your bill.',
  },
  glance: [
    ['Grant, air-source', '£7,500'],
    ['Grant, ground-source', '£9,000'],
    ['Voucher after', 'about six weeks'],
    ['Ends', '31 March 2027'],
  ],
  related: ['/heat-pumps/installers', '/heat-pumps/running-costs', '/heat-pumps/noise'],
  body: html`
<p>Anyone who owns a home in Tarnshire and takes out a boiler can have £7,500 towards an air-source heat pump. The sum is the same for a pensioner and a barrister, in town and on the fells, with or without a gas connection. It is called the Home Warmth Grant, and the county has put £18 million into it for this year.</p>
<p>By the end of October 4,100 households had applied and 2,350 had been paid. At that pace the money lasts until the scheme ends on 31 March 2027, says the Tarnshire Energy Office, though it keeps the right to change the amounts with two weeks' notice.</p>
<table>
<caption>What is paid for which system</caption>
<thead><tr><th scope="col">System</th><th scope="col">Grant</th><th scope="col">Usual price before the grant</th></tr></thead>
<tbody>
<tr><td>Air-source heat pump</td><td>£7,500</td><td>£11,000 to £14,000</td></tr>
<tr><td>Ground-source heat pump</td><td>£9,000</td><td>£22,000 to £30,000</td></tr>
<tr><td>Shared loop for three homes or more</td><td>£9,500 per home</td><td>£19,000 per home</td></tr>
<tr><td>Hybrid with a gas boiler</td><td>nothing</td><td>£9,000</td></tr>
</tbody>
</table>
<h2>In this order</h2>
<ol>
<li>Have a heat-loss survey made. It costs £150 to £300 and is not refunded.</li>
<li>Get a quotation from a certified fitter. Two are better; see <a href="/heat-pumps/installers">our report on how far quotes differ</a>.</li>
<li>The fitter, not you, applies for the voucher. You confirm it by a letter that comes to the house.</li>
<li>Wait for the voucher before any work starts. Begun work is refused without appeal.</li>
<li>After the work the fitter hands in the papers and is paid. You pay the rest.</li>
</ol>
<p>The voucher takes about six weeks to come and is good for three months. That sounds generous until you learn that many fitters are booked for longer than that. It can be renewed once.</p>
<h2>Who gets nothing</h2>
<p>New houses are left out, since their builders must install low-carbon heating anyway. So are second homes that are let by the week. Tenants can't apply, but their landlords can, on condition that the rent is not raised for it within two years.</p>
<p>A house whose certificate still asks for loft or cavity insulation used to be refused. That rule fell in spring. "People were stuck with a cold house because it was a cold house," says Edda Marsh, who runs the scheme. Insulation is still the wiser first step, and there is a separate fund for it.</p>
<h2>Rules on noise</h2>
<p>Since May every application must hold a noise sheet: the fitter works out how loud the unit will be at the nearest window of the neighbours. More than 42 decibels and the voucher is refused. We have measured what that means in <a href="/heat-pumps/noise">a street in Wexby</a>.</p>
<p>Is it worth it? With the grant, a family in a semi has its money back in <a href="/heat-pumps/running-costs">about seven years</a> on our reckoning. Without it, hardly at all. The full rules, and the list of certified fitters, are on the pages of the <a href="https://energy-office.example/home-warmth">Energy Office</a>.</p>
<p>One warning. Callers who promise to "release" a grant for a fee are not from the county. The office does not telephone, does not charge, and never asks for card numbers.</p>`,
};
