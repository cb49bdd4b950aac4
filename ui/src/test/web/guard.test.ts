// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Guarded } from '../../main/web/player/guard';
import { FreshnessGuard } from '../../main/web/player/guard';

class Tile implements Guarded {
  replaced = 0;
  stale = false;
  isStale = (): boolean => this.stale;
  ageMs = (): number => (this.stale ? 10_000 : 10);
  replace = (): void => void (this.replaced += 1);
}

function guarded(count: number): { tiles: Tile[]; run: (from: number, to: number, hidden?: boolean) => void } {
  const tiles = Array.from({ length: count }, () => new Tile());
  const guard = new FreshnessGuard(0);
  const run = (from: number, to: number, hidden = false): void => {
    for (let now = from; now < to; now += 500) guard.tick(now, hidden, tiles);
  };
  return { tiles, run };
}

const total = (tiles: readonly Tile[]): number => tiles.reduce((sum, { replaced }) => sum + replaced, 0);

describe('the freshness guard', () => {
  it('replaces the one that is stale', () => {
    const { tiles, run } = guarded(4);
    (tiles[2] as Tile).stale = true;
    run(500, 1100);
    expect(tiles.map(({ replaced }) => replaced > 0)).toEqual([false, false, true, false]);
  });

  it('replaces only one when all are stale at once, and the others when that helped', () => {
    const { tiles, run } = guarded(4);
    for (const tile of tiles) tile.stale = true;
    run(500, 5000);
    expect(total(tiles)).toBe(1);
    const canary = tiles.find(({ replaced }) => replaced === 1) as Tile;
    canary.stale = false;
    run(5000, 9000);
    expect(tiles.every(({ replaced }) => replaced > 0)).toBe(true);
  });

  it('tries another one when the first did not recover', () => {
    const { tiles, run } = guarded(3);
    for (const tile of tiles) tile.stale = true;
    run(500, 40_000);
    expect(total(tiles)).toBeGreaterThan(1);
    expect(total(tiles)).toBeLessThan(5);
  });

  it('judges nothing while the page is hidden, nor right after', () => {
    const { tiles, run } = guarded(2);
    for (const tile of tiles) tile.stale = true;
    run(500, 600_000, true);
    run(600_000, 604_000);
    expect(total(tiles)).toBe(0);
  });

  it('judges nothing after a late tick', () => {
    const { tiles, run } = guarded(2);
    (tiles[0] as Tile).stale = true;
    run(60_000, 60_500);
    expect(total(tiles)).toBe(0);
  });
});
