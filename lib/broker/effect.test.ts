import { expect, test } from 'vitest';
import { joinLabels, siteLabel } from '#lib/core/label.ts';
import { decide } from './decide.ts';
import { callOf, grantOf, inputOf, MAIL, NEWS, toolOf } from './world.test-support.ts';

const press = toolOf({ name: 'press', effect: 'act', capability: 'act' });
const agent = inputOf(press).agent;
const pressing = (key: string) =>
  decide(
    inputOf(press, {
      agent: { ...agent, tools: [...agent.tools, 'press'] },
      call: callOf(press, { tab: 1, ref: 'e1', key }, joinLabels([siteLabel(MAIL)])),
      grants: [grantOf('always', { capability: 'act', site: NEWS })],
    }),
  );

test.each(['Enter', 'escape', 'Control+Enter', 'ArrowDown', 'F5'])('the key %s carries nothing', (key) => {
  expect(pressing(key)).toMatchObject({ kind: 'allow', effect: 'act' });
});

test.each(['x', 'the code is 4711', 'Control+4711', 'Enter 4711'])('what is no key but text is a send: %s', (key) => {
  expect(pressing(key)).toMatchObject({ kind: 'ask', effect: 'send' });
});
