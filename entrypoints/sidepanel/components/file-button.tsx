import { useRef } from 'preact/hooks';
import { Button } from './button.tsx';

type Props = {
  label: string;
  busy: boolean;
  /** In place of the label while it is busy. */
  busyLabel: string;
  accept: string;
  onFile: (file: File) => void;
};

/** A button that has the person pick a file. The same one can be picked again: it may have been mended. */
export function FileButton({ label, busy, busyLabel, accept, onFile }: Props) {
  const box = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={box}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button icon="fileText" disabled={busy} onClick={() => box.current?.click()}>
        {busy ? busyLabel : label}
      </Button>
    </>
  );
}
