/** A line on what is under way: on stderr, so that stdout holds the result alone. */
export const say = (line: string): void => console.error(line);
