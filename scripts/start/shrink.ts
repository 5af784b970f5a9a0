import { crc32, deflateSync } from 'node:zlib';

/** Pixels in rows from the top, four bytes each; what shines through is not kept. */
export type Pixels = { width: number; height: number; rgba: Buffer };

const COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG with a palette: a third of the size, and what a page and a panel show keeps its colours (W3C PNG, 3rd edition, §4 and §11). */
export function shrink({ width, height, rgba }: Pixels): Buffer {
  const { palette, indexOf } = choosePalette(rgba);
  // Each row begins with the number of its filter; with a palette, none (0) packs best.
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = indexOf(rgba.readUInt32BE((y * width + x) * 4) >>> 8);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap(bytesOf));
  const parts = [chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** Length, name and body, then a checksum over the last two. */
function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

const bytesOf = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];
const squareOf = (a: number, b: number) =>
  bytesOf(a).reduce((sum, one, at) => sum + (one - (bytesOf(b)[at] ?? 0)) ** 2, 0);

/** The colours that most pixels have; of rare ones that are nearly alike, the first. Every other colour goes to the nearest. */
function choosePalette(rgba: Buffer) {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgba.length; at += 4) {
    const colour = rgba.readUInt32BE(at) >>> 8;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1]);
  const common = rgba.length / 4 / 1000;
  const palette: number[] = [];
  const alike = new Set<number>();
  for (const [colour, count] of byCount) {
    if (palette.length === COLOURS) break;
    const near = (colour >> 3) & 0x1f1f1f;
    if (count < common && alike.has(near)) continue;
    alike.add(near);
    palette.push(colour);
  }
  const known = new Map<number, number>();
  const indexOf = (colour: number): number => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    let best = 0;
    for (let at = 1; at < palette.length; at += 1)
      if (squareOf(palette[at] ?? 0, colour) < squareOf(palette[best] ?? 0, colour)) best = at;
    known.set(colour, best);
    return best;
  };
  return { palette, indexOf };
}
