// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { useStick } from './use-stick.ts';

afterEach(cleanup);

function List({ growth }: { growth: number }) {
  const { scroller, onScroll } = useStick(growth, true);
  return (
    <div ref={scroller} onScroll={onScroll} data-testid="list">
      <article data-approval tabIndex={-1}>
        A question
      </article>
    </div>
  );
}

/** A list of 1000 px in a window of 200, at its end; yields where it stands once it has grown to 1500. */
function grown(before: (list: HTMLElement) => void): number {
  const { rerender } = render(<List growth={1} />);
  const list = screen.getByTestId('list');
  let height = 1000;
  Object.defineProperty(list, 'scrollHeight', { get: () => height });
  Object.defineProperty(list, 'clientHeight', { value: 200 });
  list.scrollTop = 800;
  fireEvent.scroll(list);
  before(list);
  height = 1500;
  rerender(<List growth={2} />);
  return list.scrollTop;
}

test('stays at the end of a list that grows', () => {
  expect(grown(() => undefined)).toBe(1500);
});

test('stays where it is while somebody is at a question', () => {
  expect(grown((list) => list.querySelector('article')?.focus())).toBe(800);
});

test('stays where it is once the person has scrolled up', () => {
  const up = (list: HTMLElement) => {
    list.scrollTop = 100;
    fireEvent.scroll(list);
  };
  expect(grown(up)).toBe(100);
});
