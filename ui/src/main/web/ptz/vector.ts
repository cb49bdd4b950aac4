// SPDX-License-Identifier: Apache-2.0
import type { Wish } from '../api/model';

export const STILL: Wish = { pan: 0, tilt: 0, zoom: 0, focus: 0 };
/** The part of the radius that belongs to the stop button. */
export const CENTRE = 0.34;
/** How far beyond the edge a finger may slip before it has left, in pixels. */
const SLIP = 16;
const SLOWEST = 0.15;
/** With shift. */
export const SLOW = 0.3;

export type Spot = { readonly name: 'outside' } | { readonly name: 'centre' } | { readonly name: 'wish'; wish: Wish };

/**
 * What a point of the round pad means: one of eight directions, the faster the further from the middle.
 *
 * @param x from the middle to the right, and y from the middle down
 */
export function spot(x: number, y: number, radius: number, slow: boolean): Spot {
  const distance = Math.hypot(x, y);
  if (radius <= 0 || distance > radius + SLIP) return { name: 'outside' };
  const share = distance / radius;
  if (share < CENTRE) return { name: 'centre' };
  const speed = Math.min(1, SLOWEST + ((share - CENTRE) / (1 - CENTRE)) * (1 - SLOWEST)) * (slow ? SLOW : 1);
  const eighth = Math.round(Math.atan2(-y, x) / (Math.PI / 4));
  return { name: 'wish', wish: heading(eighth, speed) };
}

/** Eighths of a turn, counted from the right against the clock. */
function heading(eighth: number, speed: number): Wish {
  const part = eighth % 2 === 0 ? 1 : Math.SQRT1_2;
  const along = (value: number): number => rounded(Math.sign(Math.round(value * 10)) * part * speed);
  return {
    ...STILL,
    pan: along(Math.cos((eighth * Math.PI) / 4)),
    tilt: along(Math.sin((eighth * Math.PI) / 4)),
  };
}

// Steps of a fiftieth, so that a trembling finger is not a stream of orders; and no negative nought.
const rounded = (value: number): number => Math.round(value * 50) / 50 + 0;

const KEYS: ReadonlyMap<string, Partial<Wish>> = new Map<string, Partial<Wish>>([
  ['ArrowLeft', { pan: -1 }],
  ['ArrowRight', { pan: 1 }],
  ['ArrowUp', { tilt: 1 }],
  ['ArrowDown', { tilt: -1 }],
  ['+', { zoom: 1 }],
  ['-', { zoom: -1 }],
]);

/** The one name of a key that moves a head, however it was typed; null for any other. */
export function movingKey(key: string): string | null {
  if (key === '=' || key === '*') return '+';
  if (key === '_') return '-';
  return KEYS.has(key) ? key : null;
}

/** What the keys that are down mean together; opposite ones cancel each other. */
export function wishOf(keys: Iterable<string>, slow: boolean): Wish {
  const sum = { ...STILL };
  for (const key of keys) {
    const part = KEYS.get(key);
    sum.pan += part?.pan ?? 0;
    sum.tilt += part?.tilt ?? 0;
    sum.zoom += part?.zoom ?? 0;
  }
  return scaled(sum, slow ? SLOW : 1);
}

export const scaled = (wish: Wish, by: number): Wish => ({
  pan: wish.pan * by,
  tilt: wish.tilt * by,
  zoom: wish.zoom * by,
  focus: wish.focus * by,
});

export const isStill = ({ pan, tilt, zoom, focus }: Wish): boolean =>
  pan === 0 && tilt === 0 && zoom === 0 && focus === 0;

/** "left and up", "closer". */
export function words({ pan, tilt, zoom, focus }: Wish): string {
  const parts = [
    pan < 0 ? 'left' : pan > 0 ? 'right' : null,
    tilt > 0 ? 'up' : tilt < 0 ? 'down' : null,
    zoom > 0 ? 'closer' : zoom < 0 ? 'wider' : null,
    focus > 0 ? 'focus far' : focus < 0 ? 'focus near' : null,
  ];
  return parts.filter((part) => part !== null).join(' and ');
}
