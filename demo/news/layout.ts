import { type Html, html } from '../http/html.ts';

export type Frame = {
  readonly title: string;
  readonly description: string;
  readonly content: Html;
  readonly current?: string;
};

const sections = [
  { path: '/', label: 'Front page' },
  { path: '/heat-pumps', label: 'Heat pumps' },
  { path: '/letters', label: 'Letters' },
];

/** The frame round every page of the newspaper. */
export const layout = ({ title, description, content, current }: Frame): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/kestrel.css">
<link rel="stylesheet" href="/assets/reading.css">
</head>
<body>
<a class="skip" href="#main">Skip to the article</a>
<header class="masthead">
  <p class="brand"><a href="/">The Kestrel</a></p>
  <p class="motto">News from Tarnshire since 1911</p>
  <nav aria-label="Sections">
    <ul>${sections.map(
      ({ path, label }) => html`
      <li><a href="${path}"${current === path && html` aria-current="page"`}>${label}</a></li>`,
    )}
    </ul>
  </nav>
</header>
<main id="main">
${content}
</main>
<footer class="colophon">
  <p>The Kestrel, Quay Street 3, Aldermoor. Newsroom: <a href="mailto:desk@kestrel.example">desk@kestrel.example</a></p>
  <p>Tarnshire, its people and its figures are made up.</p>
</footer>
</body>
</html>`;
