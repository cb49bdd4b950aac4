// SPDX-License-Identifier: Apache-2.0

interface Sample {
  readonly offset: number;
  readonly roundTrip: number;
}

const KEPT = 12;

/**
 * The server's clock as seen from this page. Counted from the page's monotonic clock, so that a corrected wall clock
 * of the device moves nothing; the quickest of the recent round trips is believed.
 */
export class ServerClock {
  private samples: readonly Sample[] = [];

  constructor(private readonly monotonic: () => number = () => performance.now()) {}

  pong(sentAt: number, serverNow: number): void {
    const arrived = this.monotonic();
    const roundTrip = arrived - sentAt;
    if (roundTrip < 0) return;
    const sample = { offset: serverNow - (sentAt + arrived) / 2, roundTrip };
    this.samples = [...this.samples.slice(1 - KEPT), sample];
  }

  get known(): boolean {
    return this.samples.length > 0;
  }

  /** Server time now, or at a moment of the monotonic clock. Without samples the device's clock must do. */
  now(at: number = this.monotonic()): number {
    const best = this.samples.reduce<Sample | null>(
      (found, sample) => (found === null || sample.roundTrip < found.roundTrip ? sample : found),
      null,
    );
    return best === null ? performance.timeOrigin + at : best.offset + at;
  }
}
