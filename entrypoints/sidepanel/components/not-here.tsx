import { Empty } from './empty.tsx';
import { GiveTask } from './give-task.tsx';
import { ViewHead } from './view-head.tsx';

/** An address that names nothing that is stored here, with the ways out. */
export function NotHere({ title, text }: { title: string; text: string }) {
  return (
    <div class="view">
      <ViewHead title={title} />
      <Empty text={text}>
        <GiveTask />
      </Empty>
    </div>
  );
}
