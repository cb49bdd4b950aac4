// SPDX-License-Identifier: Apache-2.0
import type { Columns } from '../app/settings';

const MOST = 5;
const TABLET = 1100;
const RATIO = 16 / 9;

/**
 * How many columns to use: the viewer's choice, or what shows all tiles as large as possible without scrolling. When
 * they cannot all be seen at once, as many as stay readable.
 */
export function columnsFor(chosen: Columns, count: number, width: number, height: number, gap: number): number {
  if (chosen !== 'auto') return Number(chosen);
  if (width <= 600) return count < 2 ? 1 : 2;
  let best = 0;
  let bestWidth = 0;
  for (let columns = 1; columns <= Math.min(width <= TABLET ? 3 : MOST, Math.max(count, 1)); columns += 1) {
    const tile = (width - gap * (columns - 1)) / columns;
    const rows = Math.ceil(count / columns);
    if (rows * (tile / RATIO) + gap * (rows - 1) <= height && tile > bestWidth) {
      best = columns;
      bestWidth = tile;
    }
  }
  if (best > 0) return best;
  if (width <= TABLET) return Math.min(3, count);
  return Math.min(width > 1700 ? 5 : 4, count);
}
