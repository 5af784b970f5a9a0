import { artifact as artifactWords } from '../strings/artifact.ts';
import { IconButton } from './button.tsx';

type Props = { shown: number; newest: number; onVersion: (version: number) => void };

export function VersionStepper({ shown, newest, onVersion }: Props) {
  if (newest < 2) return null;
  return (
    <span class="stepper">
      <IconButton
        icon="chevronLeft"
        label={artifactWords.older}
        disabled={shown <= 1}
        onClick={() => onVersion(shown - 1)}
      />
      {artifactWords.version(shown, newest)}
      <IconButton
        icon="chevronRight"
        label={artifactWords.newer}
        disabled={shown >= newest}
        onClick={() => onVersion(shown + 1)}
      />
    </span>
  );
}
