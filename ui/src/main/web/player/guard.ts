// SPDX-License-Identifier: Apache-2.0

/** What the guard needs to know of a player. */
export interface Guarded {
  isStale(now: number): boolean;
  ageMs(now: number): number;
  replace(why: string): void;
}

/** A tick this late means that the browser throttled or suspended the page: nothing can be judged. */
const LATE_TICK_MS = 2500;
/** After a pause of the page, players get this long to show pictures again. */
const GRACE_MS = 5000;
const FRESH_MS = 2000;
const STAGGER_MS = 400;
const CANARY_MS = 15_000;

/**
 * Judges freshness for all players of the page together. One stale player is replaced. All stale at once is more
 * likely the page's fault than the cameras': then one is replaced, and the others follow only when that one proves
 * that replacing helps.
 */
export class FreshnessGuard {
  private lastTick: number;
  private judgeFrom = 0;
  private canary: { readonly player: Guarded; readonly since: number } | null = null;
  private turn = 0;
  private lastReplaced = -Infinity;

  constructor(now: number) {
    this.lastTick = now;
  }

  /** Judges the players that are on the screen and playing. */
  tick(now: number, hidden: boolean, playing: readonly Guarded[]): void {
    const late = now - this.lastTick > LATE_TICK_MS;
    this.lastTick = now;
    if (hidden || late) this.judgeFrom = now + GRACE_MS;
    if (now < this.judgeFrom) return;
    const stale = playing.filter((player) => player.isStale(now));
    if (this.canary !== null && this.isDecided(this.canary, now)) this.canary = null;
    if (stale.length === 0) return;
    const all = stale.length > 1 && stale.length === playing.length;
    if (this.canary !== null || now - this.lastReplaced < STAGGER_MS) return;
    const chosen = stale[this.turn % stale.length];
    this.turn += 1;
    if (all && chosen !== undefined) this.canary = { player: chosen, since: now };
    this.lastReplaced = now;
    chosen?.replace('No fresh picture for some seconds.');
  }

  /** It shows pictures again, or it had its chance and another one is to be tried. */
  private isDecided({ player, since }: { player: Guarded; since: number }, now: number): boolean {
    return player.ageMs(now) < FRESH_MS || now - since > CANARY_MS;
  }
}
