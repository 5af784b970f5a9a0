import type { Article } from './article.ts';
import { coldWeather } from './articles/cold-weather.ts';
import { fieldStudy } from './articles/field-study.ts';
import { grants } from './articles/grants.ts';
import { grid } from './articles/grid.ts';
import { installers } from './articles/installers.ts';
import { letter } from './articles/letter.ts';
import { noise } from './articles/noise.ts';
import { runningCosts } from './articles/running-costs.ts';

/** Everything The Kestrel has printed, newest first. They contradict each other on purpose. */
export const articles: readonly Article[] = [
  fieldStudy,
  letter,
  installers,
  coldWeather,
  runningCosts,
  grid,
  grants,
  noise,
];
