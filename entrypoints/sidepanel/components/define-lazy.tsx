import { useSignal } from '@preact/signals';
import type { ComponentChild, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../strings.ts';
import { Skeleton } from './skeleton.tsx';

/** A component that comes as a chunk of its own, so that the first paint does not carry it. */
export function defineLazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ComponentChild = <Skeleton rows={6} />,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Lazy(props: Props) {
    const arrived = useSignal(loaded !== undefined);
    const failed = useSignal('');
    useEffect(() => {
      if (arrived.value) return;
      load().then(
        (component) => {
          loaded = component;
          arrived.value = true;
        },
        (error: unknown) => {
          failed.value = t.common.failed(String(error));
        },
      );
    }, [arrived, failed]);
    if (failed.value) return <p class="problem">{failed.value}</p>;
    return arrived.value && loaded ? ((Loaded) => <Loaded {...props} />)(loaded) : waiting;
  };
}
