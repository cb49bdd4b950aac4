// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { ServerClock } from '../../main/web/api/clock';
import { capturedAtByRtp } from '../../main/web/player/latency';

const rtpOf = (wallMs: number): number => Number(((BigInt(wallMs) * 1000n * 9n) / 100n) % 2n ** 32n);
const NOW = Date.UTC(2026, 10, 21, 12, 0, 0);

describe('latency by RTP time', () => {
  it('is the distance from now', () => {
    expect(capturedAtByRtp(rtpOf(NOW - 180), NOW)).toBeCloseTo(NOW - 180, 0);
  });

  it('survives the wrap of the 32-bit counter', () => {
    const wrap = Math.ceil(NOW / (2 ** 32 / 90)) * (2 ** 32 / 90);
    expect(capturedAtByRtp(rtpOf(Math.floor(wrap) - 100), wrap + 80)).toBeCloseTo(Math.floor(wrap) - 100, -1);
  });

  it('is unknown for a sender whose timestamps are not the wall clock', () => {
    expect(capturedAtByRtp(rtpOf(NOW - 3_600_000), NOW)).toBeNull();
    expect(capturedAtByRtp(rtpOf(NOW + 5000), NOW)).toBeNull();
  });

  it('is never negative', () => {
    expect(capturedAtByRtp(rtpOf(NOW + 20), NOW)).toBe(NOW);
  });
});

describe('the server clock', () => {
  it('believes the quickest round trip, however wrong the clock of the device is', () => {
    let monotonic = 0;
    const clock = new ServerClock(() => monotonic);
    monotonic = 1000;
    clock.pong(0, 5_000_900);
    monotonic = 2010;
    clock.pong(2000, 5_002_005);
    expect(clock.now(2010)).toBe(5_002_010);
  });
});
