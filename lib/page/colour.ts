export type Colour = { red: number; green: number; blue: number; alpha: number };

/** From CSS text; nothing for what is no colour. */
export type Colours = (css: string) => Colour | undefined;

const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

/** Reads computed colours. Those that are not `rgb()` are painted on one pixel and read back; each text once. */
export function createColours(): Colours {
  const known = new Map<string, Colour | undefined>();
  let canvas: OffscreenCanvasRenderingContext2D | null | undefined;
  const paint = (css: string): Colour | undefined => {
    canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!canvas) return undefined;
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return { red, green, blue, alpha: alpha / 255 };
  };
  return (css) => {
    if (!known.has(css)) known.set(css, parseRgb(css) ?? paint(css));
    return known.get(css);
  };
}

/** Parses `rgb(1, 2, 3)` and `rgba(1, 2, 3, 0.5)`, the forms computed styles use for most colours. */
export function parseRgb(css: string): Colour | undefined {
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(css);
  if (!parts) return undefined;
  return { red: Number(parts[1]), green: Number(parts[2]), blue: Number(parts[3]), alpha: Number(parts[4] ?? 1) };
}

export function blend(over: Colour, under: Colour = WHITE): Colour {
  const mix = (a: number, b: number) => a * over.alpha + b * (1 - over.alpha);
  return {
    red: mix(over.red, under.red),
    green: mix(over.green, under.green),
    blue: mix(over.blue, under.blue),
    alpha: 1,
  };
}

/** No person tells text in the one from a ground in the other. */
export function isSameColour(text: Colour, ground: Colour): boolean {
  const seen = blend(text, ground);
  const apart = Math.max(
    Math.abs(seen.red - ground.red),
    Math.abs(seen.green - ground.green),
    Math.abs(seen.blue - ground.blue),
  );
  return apart < 12;
}
