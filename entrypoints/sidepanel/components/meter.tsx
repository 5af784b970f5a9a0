import '../styles/meter.css';

/** A bar for a share that words beside it say exactly; full is the warning, unless it is only a part of a whole. */
export function Meter({ share, isPart = false }: { share: number; isPart?: boolean }) {
  const width = Math.min(100, Math.max(0, share * 100));
  const tone = isPart ? undefined : share >= 1 ? 'full' : share >= 0.8 ? 'near' : undefined;
  return (
    <svg class="meter" data-tone={tone} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={width} height="1" />
    </svg>
  );
}
