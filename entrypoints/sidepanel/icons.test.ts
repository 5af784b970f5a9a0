import { expect, test } from 'vitest';
import { type IconName, iconShapes, raw } from './icons.ts';

test('draws every shape of every icon', () => {
  for (const [name, svg] of Object.entries(raw)) {
    const drawn = [...svg.matchAll(/<(?!svg|\/|!)/g)].length;
    expect([name, iconShapes(name as IconName).length]).toEqual([name, drawn]);
    expect(drawn).toBeGreaterThan(0);
  }
});
