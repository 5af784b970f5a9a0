import type { Material } from '#lib/core/think.ts';

/** A paragraph or list item in plain text, and the heading and title it stands under. */
export type Line = { heading: string; text: string; source: string };
/** `sources` are the lines of a list of sources. */
export type Outline = { title: string; lines: Line[]; sources: string[] };

const SOURCES = /^(?:sources?|references|quellen)$/i;
const NOTES = /^(?:citations|notes|about the sources|what could not be read|literatur|anmerkungen)$/i;

/** Reads material, Markdown or plain, as lines without markup and source markers; what is noted about the sources is left out. */
export function outlineOf(material: readonly Material[]): Outline {
  const lines: Line[] = [];
  const sources: string[] = [];
  let title = '';
  for (const piece of material) {
    let heading = piece.heading ?? '';
    for (const raw of piece.text.split('\n')) {
      const headed = headingIn(raw);
      if (headed) {
        if (headed.level === 1 && title === '') title = headed.text;
        else heading = headed.text;
        continue;
      }
      const text = plain(raw.replace(/^\s*(?:[-*+>]|\d{1,2}[.)])\s+/, ''));
      if (text === '' || NOTES.test(heading)) continue;
      if (SOURCES.test(heading)) sources.push(text);
      else lines.push({ heading, text, source: piece.source ?? '' });
    }
  }
  return { title, lines, sources };
}

function headingIn(line: string): { level: number; text: string } | undefined {
  const [, marks = '', text] = /^\s{0,3}(#{1,6})\s+(.+?)\s*#*$/.exec(line) ?? [];
  return text === undefined ? undefined : { level: marks.length, text: plain(text) };
}

/** Text without emphasis, link targets and markers such as [3] or [s1p4]. */
function plain(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\s*\[(?:\^?\d+|s\d+[pl]\d+)(?:\s*,\s*(?:\^?\d+|s\d+[pl]\d+))*\]/g, '')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}
