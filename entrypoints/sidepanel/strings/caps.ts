/** Caps, where they are looked at and set. */
export const caps = {
  title: (run: string) => `Budget of ${run}`,
  dayTitle: (agent: string) => `Today's cap for ${agent}`,
  backgroundTitle: "Today's cap for background work",
  none: 'no cap',
  tree: 'For the run and everything that it hands on. An empty box is no cap.',
  day: 'Per calendar day. An empty box is no cap.',
  label: { usd: 'US dollars', steps: 'Steps', minutes: 'Minutes at work', tokens: 'Tokens' },
  spent: (spent: string) => `${spent} used`,
  notNumber: 'Write a number, or leave the box empty for no cap.',
  tooLow: (spent: string) => `${spent} is used already, so the run would pause again at once.`,
  overshoot: 'A model request that is under way is always paid for, so a cap can be passed by one request.',
  goOn: 'Save and go on',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'The budget is saved.',
  unpriced: (tokens: string) => `The price of ${tokens} is not known, so this is a lower bound.`,
};
