import type { Html } from '../http/html.ts';

export type Section = 'Heat pumps' | 'Letters';

export type Article = {
  readonly path: string;
  readonly section: Section;
  readonly title: string;
  readonly standfirst: string;
  readonly author: string;
  readonly role: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly picture: { readonly file: string; readonly alt: string; readonly caption: string };
  /** The box beside the text: what a hurried reader takes away. */
  readonly glance: readonly (readonly [label: string, value: string])[];
  /** Paths of the articles named under "Related". */
  readonly related: readonly string[];
  readonly body: Html;
};
