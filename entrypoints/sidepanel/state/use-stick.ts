import { useLayoutEffect, useRef } from 'preact/hooks';

const NEAR = 48;
const AT_A_CARD = '[data-approval]:hover, [data-approval]:focus-within';

/** Keeps a growing list at its end while the person is there; who has scrolled up stays where they are. */
export function useStick(growth: number, on: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(false);
  useLayoutEffect(() => {
    const box = scroller.current;
    // A question that somebody is at stays under their hand.
    if (box?.querySelector(AT_A_CARD)) return;
    if (on && box && atEnd.current) box.scrollTop = box.scrollHeight;
  }, [growth, on]);
  return {
    scroller,
    onScroll: () => {
      const box = scroller.current;
      if (box) atEnd.current = box.scrollTop > 0 && box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    },
  };
}
