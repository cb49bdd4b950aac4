// SPDX-License-Identifier: Apache-2.0

const WRAP = 2 ** 32;
const TICKS_PER_MS = 90;
/** Further from now than this is another clock, not latency. */
const PLAUSIBLE_MS = 60_000;
/** Clocks are compared to within some milliseconds only. */
const AHEAD_MS = 100;

/**
 * When a frame was received from its camera: Nightjar's RTP timestamps are the wall clock at 90 kHz modulo 2^32, so
 * the moment nearest to now is meant. Null for a sender whose timestamps are not the wall clock.
 */
export function capturedAtByRtp(rtpTimestamp: number, serverNow: number): number | null {
  const nowTicks = Math.floor(serverNow * TICKS_PER_MS) % WRAP;
  let behind = (nowTicks - rtpTimestamp) % WRAP;
  if (behind > WRAP / 2) behind -= WRAP;
  if (behind < -WRAP / 2) behind += WRAP;
  return plausible(serverNow - behind / TICKS_PER_MS, serverNow);
}

export function plausible(capturedAt: number, serverNow: number): number | null {
  const age = serverNow - capturedAt;
  if (age < -AHEAD_MS || age > PLAUSIBLE_MS) return null;
  return Math.min(capturedAt, serverNow);
}
