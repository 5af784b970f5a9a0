import { textsOf } from '#lib/broker/texts.ts';
import type { Recorded, RecordedStep } from './recorded.ts';

/** Simple rules that ours is shown beside: for each consequential call whether it would be asked about. */
export const ANCHORS = {
  /** Ask when a control argument does not stand literally in the person's text. */
  literal: (text: string, steps: readonly RecordedStep[], { tools }: Recorded) =>
    steps.map(({ tool, args }) => {
      const control = (Object.hasOwn(tools, tool) && tools[tool]?.control) || [];
      return control
        .flatMap((name) => (Object.hasOwn(args, name) ? textsOf(args[name] ?? null) : []))
        .some((one) => !text.includes(one));
    }),
  /** Ask once anything was read. */
  tainted: (_text: string, steps: readonly RecordedStep[], { tools }: Recorded) => {
    const firstRead = steps.findIndex((one) => !Object.hasOwn(tools, one.tool));
    return steps.map((_, index) => firstRead >= 0 && index > firstRead);
  },
  always: (_text: string, steps: readonly RecordedStep[]) => steps.map(() => true),
} as const;
