import { renderReport } from './render.ts';

const STYLE =
  'body{font:16px/1.55 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#1c1d20}a{color:#2349ad}';

/** A report as one HTML file that needs nothing else and loads nothing: same sanitiser as the viewer. */
export function exportHtml(title: string, markdown: string): string {
  const page = document.implementation.createHTMLDocument(title);
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const style = page.createElement('style');
  style.textContent = STYLE;
  page.head.prepend(charset);
  page.head.append(style);
  page.body.append(page.adoptNode(renderReport(markdown, new Set(), () => '')));
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
