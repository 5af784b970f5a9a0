import { useApp } from '../state/app.ts';
import { t } from '../strings.ts';
import { IconButton } from './button.tsx';

/** Short notes with Undo. They are read out by the live region, not by themselves. */
export function ToastList() {
  const { toasts } = useApp();
  return (
    <ul class="toasts">
      {toasts.items.value.map(({ id, text, action }) => (
        <li key={id} class="toast">
          <span>{text}</span>
          {action && (
            <button
              type="button"
              class="toast-action"
              onClick={() => {
                toasts.dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <IconButton icon="x" label={t.common.dismiss} onClick={() => toasts.dismiss(id)} />
        </li>
      ))}
    </ul>
  );
}
