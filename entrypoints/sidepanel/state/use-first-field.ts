import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A form that a press brought up has the focus in its first box: the button that was pressed is gone. */
export function useFirstField(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return form;
}
