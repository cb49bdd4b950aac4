// SPDX-License-Identifier: Apache-2.0
// Reads the clock strip that the simulated cameras paint; the layout is described in ClockStrip.java.

/**
 * @param {{data: Uint8ClampedArray, width: number, height: number}} imageData RGBA pixels; the upper part of the picture
 *     (at least width / 40 rows) at its full width is enough
 * @returns {{frame: number, wallMs: number} | null} null where there is no strip, or where it is damaged
 */
function decodeClockStrip(imageData) {
  const columns = 48;
  const sync = [1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 0];
  const { data, width, height } = imageData;
  const cell = width / 80;
  if (cell < 2 || height < 2 * cell) return null;

  const level = (index) => {
    const x = ((index % columns) + 0.5) * cell;
    const y = (Math.floor(index / columns) + 0.5) * cell;
    const reach = cell / 4;
    let sum = 0;
    let count = 0;
    for (let row = Math.floor(y - reach); row <= Math.floor(y + reach); row++) {
      for (let column = Math.floor(x - reach); column <= Math.floor(x + reach); column++) {
        const at = (row * width + column) * 4;
        sum += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
        count++;
      }
    }
    return sum / count;
  };
  const levels = Array.from({ length: 96 }, (_, index) => level(index));
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const white = mean(levels.filter((_, index) => sync[index] === 1));
  const black = mean(levels.filter((_, index) => sync[index] === 0));
  if (white - black < 60) return null;

  const bits = levels.map((value) => (value > (white + black) / 2 ? 1 : 0));
  if (sync.some((bit, index) => bits[index] !== bit)) return null;
  let crc = 0;
  for (const bit of bits.slice(0, 88)) {
    const high = crc >> 7;
    crc = (crc << 1) & 0xff;
    if (high !== bit) crc ^= 0x07;
  }
  // Multiplication, not shifts: the clock has more than 32 bits.
  const number = (from, to) => bits.slice(from, to).reduce((value, bit) => value * 2 + bit, 0);
  if (number(88, 96) !== crc) return null;
  return { frame: number(12, 44), wallMs: number(44, 88) };
}
