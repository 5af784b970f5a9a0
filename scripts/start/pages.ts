import type { Demo } from '../../demo/server.ts';

/** The three articles of the main job; they contradict each other. */
export const articlesOf = (demo: Demo): string[] =>
  ['running-costs', 'cold-weather', 'field-study'].map((name) => `${demo.origin('news')}/heat-pumps/${name}`);

export const mailOf = (demo: Demo): string => `${demo.origin('mail')}/`;

export const QUESTION = 'What do heat pumps cost to run, and do they work in the cold?';
export const MIRA = 'mira@kestrel.example';
