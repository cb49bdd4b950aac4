// SPDX-License-Identifier: Apache-2.0
import type { Frame } from './player';

const WINDOW_MS = 2000;
const KEPT_LATENCIES = 900;
const SHOWN_LATENCIES = 15;

/** Counts what really reached the screen. */
export class FrameMeter {
  last: Frame | null = null;
  count = 0;
  /** Capture to first presentation, newest last; kept for measurements. */
  latencies: number[] = [];
  private recent: number[] = [];

  add(frame: Frame, latencyMs: number | null): void {
    this.last = frame;
    this.count += 1;
    this.recent = [...this.recent.filter((at) => at > frame.presentedAt - WINDOW_MS), frame.presentedAt];
    if (latencyMs === null) return;
    this.latencies.push(latencyMs);
    if (this.latencies.length > KEPT_LATENCIES) this.latencies.shift();
  }

  ageMs(now: number): number {
    return this.last === null ? Infinity : Math.max(0, now - this.last.presentedAt);
  }

  fps(now: number): number {
    return this.recent.filter((at) => at > now - WINDOW_MS).length / (WINDOW_MS / 1000);
  }

  /** The middle of the last frames, so that the read-out is calm. */
  latencyMs(): number | null {
    if (this.last?.capturedAt === null) return null;
    const newest = this.latencies.slice(-SHOWN_LATENCIES).sort((one, two) => one - two);
    return newest[Math.floor(newest.length / 2)] ?? null;
  }
}
