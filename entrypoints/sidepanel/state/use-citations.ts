import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Citation } from '#lib/core/artifact.ts';
import { artifact as artifactWords } from '../strings/artifact.ts';
import { t } from '../strings.ts';
import { useApp } from './app.ts';

export type ShownCitation = { citation: Citation; anchor: Element; message: string };
export type Citations = {
  shown: ReadonlySignal<ShownCitation | undefined>;
  /** Shows the quote of the chip under the pointer or the focus. */
  point: (target: EventTarget | null) => void;
  /** Opens the source at the passage, and says what came of it. */
  press: (target: Element) => void;
  open: (citation: Citation) => void;
  stay: () => void;
  leaveSoon: () => void;
  hide: () => void;
};

const LEAVE_MS = 250;

export function useCitations(citations: readonly Citation[]): Citations {
  const { act, announcer } = useApp();
  const shown = useSignal<ShownCitation | undefined>(undefined);
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stay = () => clearTimeout(leaving.current);
  const hide = () => {
    stay();
    shown.value = undefined;
  };
  const find = (target: EventTarget | null) => {
    const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-cite]') : null;
    const citation = citations.find((one) => one.id === anchor?.dataset.cite);
    return anchor && citation ? { anchor, citation } : undefined;
  };
  const open = (citation: Citation, anchor?: Element) => {
    const tell = (message: string) => {
      if (anchor) shown.value = { citation, anchor, message };
      else if (shown.value) shown.value = { ...shown.value, message };
      announcer.say(message);
    };
    tell(artifactWords.opening);
    act.openCitation(citation).then(
      (result) => tell(result.message),
      (error: unknown) => tell(t.common.failed(String(error))),
    );
  };
  return {
    ...{ shown, stay, hide, open },
    point: (target) => {
      const found = find(target);
      if (!found) return;
      stay();
      if (shown.value?.anchor !== found.anchor) shown.value = { ...found, message: '' };
    },
    press: (target) => {
      const found = find(target);
      if (found) open(found.citation, found.anchor);
    },
    leaveSoon: () => {
      stay();
      leaving.current = setTimeout(() => {
        if (shown.value?.message === '') hide();
      }, LEAVE_MS);
    },
  };
}
