import type { Reading } from '#lib/core/page.ts';
import type { PageReading } from '#lib/core/page-protocol.ts';
import type { RunState } from '#lib/core/run.ts';
import { siteOf } from '#lib/core/site.ts';

/** Tools whose outcome is a source that claims may cite. */
const SOURCES: ReadonlySet<string> = new Set(['read', 'read_selection', 'read_artifact']);

/** Number of the source that a call makes, from 1: its place among the source calls of the run, in the order of their requests, so that a repeated call keeps its number. */
export function sourceNumber(state: RunState, call: string): number {
  const ids = [...state.calls.values()].filter((one) => SOURCES.has(one.call.tool)).map((one) => one.call.id);
  return ids.indexOf(call) + 1;
}

/** A page's text with its passages and links numbered (`s2p4`, `s2l1`), and links to other sites set apart. */
export function numberReading(page: PageReading, source: number): Reading {
  const site = siteOf(page.url) ?? '';
  const links = page.links.map((link, index) => ({ id: `s${source}l${index + 1}`, ...link }));
  return {
    ...page,
    site,
    passages: page.passages.map((passage, index) => ({
      id: `s${source}p${index + 1}`,
      source: page.title,
      ...passage,
    })),
    links: links.filter((link) => siteOf(link.value) === site),
    elsewhere: links.filter((link) => siteOf(link.value) !== site),
  };
}
