import { assetRoute } from '../http/assets.ts';
import type { Site } from '../http/exchange.ts';
import { page } from '../http/reply.ts';
import { createSite, type Route } from '../http/routes.ts';
import type { Section } from './article.ts';
import { articles } from './articles.ts';
import { layout } from './layout.ts';
import { articlePage, listPage, notFoundPage } from './pages.ts';

/** The newspaper "The Kestrel": a front page, two sections and eight articles. It keeps no state. */
export const createNewsSite = (): Site => {
  const listRoute = (path: string, heading: string, section?: Section): Route => ({
    method: 'GET',
    path,
    answer: () => {
      const listed = articles.filter((article) => section === undefined || article.section === section);
      const description = 'The Kestrel: news from Tarnshire.';
      return page(
        layout({ title: `${heading} | The Kestrel`, description, current: path, content: listPage(heading, listed) }),
      );
    },
  });

  return createSite(
    [
      listRoute('/', 'Latest'),
      listRoute('/heat-pumps', 'Heat pumps', 'Heat pumps'),
      listRoute('/letters', 'Letters', 'Letters'),
      ...articles.map(
        (article): Route => ({
          method: 'GET',
          path: article.path,
          answer: () =>
            page(
              layout({
                title: `${article.title} | The Kestrel`,
                description: article.standfirst,
                content: articlePage(article),
              }),
            ),
        }),
      ),
      assetRoute(new URL('./public/', import.meta.url)),
    ],
    () => page(layout({ title: 'Page not found | The Kestrel', description: '', content: notFoundPage }), 404),
  );
};
