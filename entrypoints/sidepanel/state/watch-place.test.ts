// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { STILL_MS, watchPlace } from './watch-place.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const element = document.createElement('div');
  document.body.append(element);
  let top = 100;
  element.getBoundingClientRect = () => new DOMRect(10, top, 50, 20);
  const place = watchPlace(element, window as Window & typeof globalThis);
  return {
    place,
    moveTo: (next: number) => {
      top = next;
    },
    scroll: () => window.dispatchEvent(new Event('scroll')),
    click: (detail = 1) => {
      place.pressed();
      return place.isMeant(new MouseEvent('click', { detail }));
    },
  };
}

test('takes no press on what was drawn less than half a second ago', () => {
  const { place, click } = setUp();
  vi.advanceTimersByTime(STILL_MS - 1);
  expect([place.still.value, click()]).toEqual([false, false]);
  vi.advanceTimersByTime(1);
  expect([place.still.value, click()]).toEqual([true, true]);
});

test('takes no press on what has moved since, and takes the next one', () => {
  const { place, moveTo, scroll, click } = setUp();
  vi.advanceTimersByTime(STILL_MS);
  moveTo(60);
  scroll();
  expect(place.still.value).toBe(false);
  vi.advanceTimersByTime(STILL_MS - 100);
  expect(click()).toBe(false);
  vi.advanceTimersByTime(100);
  expect(click()).toBe(true);
});

test('finds at the press that it has moved unseen', () => {
  const { moveTo, click } = setUp();
  vi.advanceTimersByTime(STILL_MS);
  moveTo(60);
  expect(click()).toBe(false);
});

test('takes no click whose press began somewhere else', () => {
  const { place } = setUp();
  vi.advanceTimersByTime(STILL_MS);
  expect(place.isMeant(new MouseEvent('click', { detail: 1 }))).toBe(false);
});

test('takes keys at once: the focus does not slip away under them', () => {
  const { click } = setUp();
  expect(click(0)).toBe(true);
});
