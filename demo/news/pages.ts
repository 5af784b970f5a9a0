import { plainDate } from '../dates.ts';
import { type Html, html } from '../http/html.ts';
import type { Article } from './article.ts';
import { articles } from './articles.ts';

export const articlePage = (article: Article): Html => html`
<div class="columns">
<article>
  <header>
    <p class="kicker">${article.section}</p>
    <h1>${article.title}</h1>
    <p class="standfirst">${article.standfirst}</p>
    <p class="byline">By <span rel="author">${article.author}</span>, ${article.role} · <time datetime="${article.date}">${plainDate(article.date)}</time></p>
  </header>
  <figure>
    <img src="/assets/${article.picture.file}" alt="${article.picture.alt}" width="720" height="300">
    <figcaption>${article.picture.caption}</figcaption>
  </figure>
  ${article.body}
</article>
<aside>
  <section aria-labelledby="glance">
    <h2 id="glance">At a glance</h2>
    <dl>${article.glance.map(
      ([label, value]) => html`
      <dt>${label}</dt><dd>${value}</dd>`,
    )}
    </dl>
  </section>
  <section aria-labelledby="related">
    <h2 id="related">Related</h2>
    <ul>${articles
      .filter(({ path }) => article.related.includes(path))
      .map(
        ({ path, title }) => html`
      <li><a href="${path}">${title}</a></li>`,
      )}
    </ul>
  </section>
</aside>
</div>`;

/** A list of articles; the first one leads. */
export const listPage = (heading: string, listed: readonly Article[]): Html => html`
<h1 class="list-heading">${heading}</h1>
<div class="teasers">${listed.map(
  (article, i) => html`
  <article${i === 0 && html` class="lead"`}>
    ${i === 0 && html`<img src="/assets/${article.picture.file}" alt="" width="720" height="300">`}
    <p class="kicker">${article.section}</p>
    <h2><a href="${article.path}">${article.title}</a></h2>
    <p>${article.standfirst}</p>
    <p class="byline">${article.author} · <time datetime="${article.date}">${plainDate(article.date)}</time></p>
  </article>`,
)}
</div>`;

export const notFoundPage = html`
<h1 class="list-heading">Page not found</h1>
<p>We have nothing at this address. The <a href="/">front page</a> lists everything we printed.</p>`;
