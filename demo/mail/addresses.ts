const bare = /^[^\s@<>(),;:"]+@[^\s@<>(),;:".]+(\.[^\s@<>(),;:".]+)+$/;
const named = /^"?([^"<>]*?)"?\s*<([^<>]+)>$/;

/** "a@x.example, Ann Lee <b@y.example>" as its parts, blanks dropped. A comma inside quotes is not told apart. */
export const splitAddresses = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The address itself, without the name before it. */
export const addressOf = (text: string): string => named.exec(text)?.[2]?.trim() ?? text;

/** The name to show for a sender: the given one, else the address. */
export const nameOf = (text: string): string => named.exec(text)?.[1]?.trim() || addressOf(text);

export const isAddress = (text: string): boolean => bare.test(addressOf(text));
