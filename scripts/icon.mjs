/** Draws `images/icon.png`: three layers of an image, the top one lit. Run it by hand after a change: `node scripts/icon.mjs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const size = 256;
/** Samples per pixel and direction: smooth edges without a drawing library. */
const samples = 4;

const background = { corner: 52, top: [18, 58, 92], bottom: [8, 27, 46] };

/** From the bottom up: the height of the layer's centre, and the colours of its top, left and right face. */
const layers = [
  { y: 170, top: [52, 98, 138], left: [34, 68, 100], right: [26, 54, 82] },
  { y: 128, top: [74, 144, 196], left: [48, 102, 146], right: [36, 82, 122] },
  { y: 86, top: [128, 226, 240], left: [66, 170, 200], right: [48, 136, 170] },
];
const centre = size / 2;
const half = { width: 86, height: 43, thickness: 20 };

/** The colour of a point, or undefined outside the rounded square. */
function paint(x, y) {
  if (!inBackground(x, y)) return undefined;
  let colour = mix(background.top, background.bottom, y / size);
  for (const layer of layers) {
    const across = (x - centre) / half.width;
    const down = y - layer.y;
    if (Math.abs(across) > 1) continue;
    // The lower edge of the rhombus at this x; the faces hang below it.
    const edge = half.height * (1 - Math.abs(across));
    if (Math.abs(down) <= edge) colour = layer.top;
    else if (down > edge && down <= edge + half.thickness) colour = across < 0 ? layer.left : layer.right;
  }
  return colour;
}

function inBackground(x, y) {
  const { corner } = background;
  const dx = Math.max(corner - x, x - (size - corner), 0);
  const dy = Math.max(corner - y, y - (size - corner), 0);
  return dx * dx + dy * dy <= corner * corner;
}

function mix(from, to, share) {
  return from.map((part, index) => part + (to[index] - part) * share);
}

/** Red, green, blue and alpha of a pixel: the mean of its samples. */
function pixel(column, row) {
  const sum = [0, 0, 0];
  let inside = 0;
  for (let index = 0; index < samples * samples; index++) {
    const x = column + ((index % samples) + 0.5) / samples;
    const y = row + (Math.floor(index / samples) + 0.5) / samples;
    const colour = paint(x, y);
    if (!colour) continue;
    inside++;
    for (const part of [0, 1, 2]) sum[part] += colour[part];
  }
  const rgb = sum.map((part) => Math.round(part / Math.max(inside, 1)));
  return [...rgb, Math.round((255 * inside) / (samples * samples))];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
// Eight bits a channel, with alpha.
header.set([8, 6, 0, 0, 0], 8);
const rows = Array.from({ length: size }, (_, row) => [
  0,
  ...Array.from({ length: size }, (_, column) => pixel(column, row)).flat(),
]);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
mkdirSync(new URL('../images', import.meta.url), { recursive: true });
writeFileSync(new URL('../images/icon.png', import.meta.url), png);
