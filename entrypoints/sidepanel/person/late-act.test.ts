import { expect, test } from 'vitest';
import { createFakePerson } from '../../gallery/fake-person.ts';
import { createLateAct } from './late-act.ts';

test('waits with a deed for what does it, and loads that once', async () => {
  const person = createFakePerson();
  let loads = 0;
  const act = createLateAct(async () => {
    loads += 1;
    return person.act;
  });
  await Promise.all([act.pause('run-1'), act.stop('run-1')]);
  expect([loads, person.deeds.map((deed) => deed.name)]).toEqual([1, ['pause', 'stop']]);
});

test('tries a load that failed again with the next deed, and tells of one that fails again', async () => {
  const person = createFakePerson();
  const loads = [() => Promise.reject(new Error('gone')), () => Promise.reject(new Error('still gone'))];
  const act = createLateAct(async () => loads.shift()?.() ?? person.act);
  await expect(act.stop('run-1')).rejects.toThrow('still gone');
  await act.stop('run-1');
  expect(person.deeds).toEqual([{ name: 'stop', args: ['run-1'] }]);
});
