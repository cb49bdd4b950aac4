// SPDX-License-Identifier: Apache-2.0

const MOST = 8;
const STEP = 1.4;

/** A closer look at a part of the picture. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** Scales about a point of a box, and keeps the picture covering the box. */
export function zoomed(view: View, inward: boolean, px: number, py: number, width: number, height: number): View {
  const scale = Math.min(MOST, Math.max(1, inward ? view.scale * STEP : view.scale / STEP));
  if (scale < 1.05) return WHOLE;
  const ratio = scale / view.scale;
  return clamped({ scale, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio }, width, height);
}

export function moved(view: View, dx: number, dy: number, width: number, height: number): View {
  return clamped({ scale: view.scale, x: view.x + dx, y: view.y + dy }, width, height);
}

function clamped({ scale, x, y }: View, width: number, height: number): View {
  const limit = (value: number, size: number): number => Math.min(0, Math.max(size * (1 - scale), value));
  return { scale, x: limit(x, width), y: limit(y, height) };
}
