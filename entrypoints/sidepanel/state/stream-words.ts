const WORDS = /"(?:title|heading|text|subject|body|content)"\s*:\s*"((?:[^"\\]|\\.)*)/g;
const ESCAPES: Record<string, string> = { n: '\n', t: ' ', r: '', '"': '"', '\\': '\\', '/': '/' };

/** The sentences of a stream. Engines often answer in JSON: then only the texts in it, as they grow; else the stream itself. */
export function streamWords(stream: string): string {
  if (!/^\s*(?:```(?:json)?\s*)?[{[]/.test(stream)) return stream;
  return [...stream.matchAll(WORDS)].map((match) => unescaped(match[1] ?? '')).join('\n');
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, (_, char: string) => ESCAPES[char] ?? char)
    .replace(/\\(?:u[0-9a-fA-F]{0,3})?$/, '');
}
