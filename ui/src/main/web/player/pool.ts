// SPDX-License-Identifier: Apache-2.0
import type { Role } from '../api/model';
import { streamKey } from '../api/model';
import { FreshnessGuard } from './guard';
import type { StreamPlayer } from './stream-player';

/** A stream that nobody can see is let go of after this long; a quick look elsewhere costs nothing. */
const UNSEEN_MS = 10_000;
const TICK_MS = 500;

/** Somebody's interest in a stream. */
export interface Lease {
  readonly player: StreamPlayer;
  /** Whether it can be seen now. */
  visible: boolean;
  release(): void;
}

interface Entry {
  readonly player: StreamPlayer;
  readonly leases: Set<Lease>;
  unseenSince: number | null;
}

/** All players of the page: one per stream, shared by whoever shows it, running only while it can be seen. */
export class PlayerPool {
  private readonly entries = new Map<string, Entry>();
  private readonly guard = new FreshnessGuard(performance.now());

  constructor(private readonly make: (camera: string, role: Role) => StreamPlayer) {}

  /** Begins to look after its players, until the page goes. */
  run(): void {
    setInterval(() => this.tick(), TICK_MS);
    document.addEventListener('visibilitychange', () => this.tick());
    addEventListener('pagehide', () => this.releaseAll());
    addEventListener('pageshow', () => this.tick());
  }

  lease(camera: string, role: Role): Lease {
    const entry = this.entry(camera, role);
    const lease: Lease = {
      player: entry.player,
      visible: true,
      release: () => {
        entry.leases.delete(lease);
        this.tick();
      },
    };
    entry.leases.add(lease);
    this.tick();
    return lease;
  }

  find(camera: string, role: Role): StreamPlayer | null {
    return this.entries.get(streamKey(camera, role))?.player ?? null;
  }

  get players(): readonly StreamPlayer[] {
    return [...this.entries.values()].map(({ player }) => player);
  }

  /** @param exists whether there still is such a camera */
  streamsChanged(exists: (camera: string) => boolean): void {
    for (const [key, { player, leases }] of this.entries) {
      player.streamChanged();
      if (leases.size > 0 || exists(player.source.camera)) continue;
      player.release();
      this.entries.delete(key);
    }
  }

  releaseAll(): void {
    for (const player of this.players) player.release();
  }

  /** For the next person who signs in: nothing of the last one's pictures stays. */
  clear(): void {
    this.releaseAll();
    this.entries.clear();
  }

  tick(): void {
    const now = performance.now();
    const seen: StreamPlayer[] = [];
    for (const entry of this.entries.values()) {
      const visible = !document.hidden && [...entry.leases].some((lease) => lease.visible);
      if (visible) {
        if (entry.unseenSince !== null) entry.player.seen();
        entry.unseenSince = null;
        entry.player.start();
        if (entry.player.picture !== null) seen.push(entry.player);
        continue;
      }
      entry.unseenSince ??= now;
      if (now - entry.unseenSince >= UNSEEN_MS && entry.player.phase.name !== 'released') entry.player.release();
    }
    this.guard.tick(now, document.hidden, seen);
  }

  private entry(camera: string, role: Role): Entry {
    const key = streamKey(camera, role);
    const known = this.entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { player: this.make(camera, role), leases: new Set(), unseenSince: null };
    this.entries.set(key, entry);
    return entry;
  }
}
