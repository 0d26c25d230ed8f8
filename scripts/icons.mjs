// Draws the icons that a browser shows when the page is installed: those of src/shell/icon.svg, as pictures.
// usage: node scripts/icons.mjs      writes src/shell/icon-*.png
import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const ground = [11, 91, 83];
const ink = [255, 255, 255];

/** What of icon.svg (32 by 32) stands at a point: ground, ink, or nothing outside of its corners. */
function at(x, y, corners) {
  const [dx, dy] = [Math.max(6 - x, x - 26, 0), Math.max(6 - y, y - 26, 0)];
  if (corners && dx * dx + dy * dy > 36) return undefined;
  const inside = (left, top, right, bottom) => x >= left && x <= right && y >= top && y <= bottom;
  const frame = inside(4.25, 11.25, 27.75, 20.75) && !inside(5.75, 12.75, 26.25, 19.25);
  return frame || inside(5, 12, 22.6, 20) || inside(21.85, 8, 23.35, 24) ? ink : ground;
}

/** A picture of this size. `corners`: rounded. `scale`: how large the sign stands in it. */
function picture(size, corners, scale) {
  const fine = 4;
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0, 0];
      for (let part = 0; part < fine * fine; part += 1) {
        const spot = (place, offset) => ((place + (offset + 0.5) / fine) / size - 0.5) * (32 / scale) + 16;
        const colour = at(spot(column, part % fine), spot(row, Math.floor(part / fine)), corners);
        if (colour) colour.forEach((value, index) => (sum[index] += value));
        if (colour) sum[3] += 1;
      }
      const place = row * (1 + size * 4) + 1 + column * 4;
      for (let index = 0; index < 3; index += 1) rows[place + index] = sum[3] ? Math.round(sum[index] / sum[3]) : 0;
      rows[place + 3] = Math.round((sum[3] * 255) / (fine * fine));
    }
  }
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

for (const [name, size, corners, scale] of [
  ["icon-192", 192, true, 1],
  ["icon-512", 512, true, 1],
  // A launcher cuts this one to its own shape: ground to the edge, the sign within the middle.
  ["icon-mask", 512, false, 0.75],
]) {
  writeFileSync(`src/shell/${name}.png`, picture(size, corners, scale));
}
