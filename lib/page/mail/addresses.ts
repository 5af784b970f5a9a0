const ADDRESS = /[^\s<>,;:"'()[\]]+@[^\s<>,;:"'()[\]]+\.?[^\s<>,;:"'()[\]]*/;

/** The recipients written in a field: bare addresses where there are any, else what stands there. */
export function recipientsIn(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => ADDRESS.exec(part)?.[0] ?? part.trim())
    .filter((part) => part !== '');
}

/** The one address in a short text, such as a chip's label. */
export function addressIn(text: string): string | undefined {
  return text.length <= 320 ? ADDRESS.exec(text)?.[0] : undefined;
}

/** Each recipient once, by address without regard to case, in the order met. */
export function unique(recipients: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const one of recipients) if (!seen.has(one.toLowerCase())) seen.set(one.toLowerCase(), one);
  return [...seen.values()];
}

export function isSameRecipients(a: readonly string[], b: readonly string[]): boolean {
  const key = (list: readonly string[]) =>
    unique(list.flatMap(recipientsIn))
      .map((one) => one.toLowerCase())
      .sort()
      .join('\n');
  return key(a) === key(b);
}
