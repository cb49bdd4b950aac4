// SPDX-License-Identifier: Apache-2.0
import type { Role } from '../api/model';
import type { Lease, PlayerPool } from '../player/pool';
import type { StreamPlayer } from '../player/stream-player';
import { LIVE_MS } from '../words/face';

/** The small picture is kept in reserve until the large one has shown itself for this long. */
const SETTLED_MS = 10_000;

/** The two pictures of one camera: the small one at once and in reserve, the large one as soon as it shows. */
export class Duo {
  private readonly small: Lease;
  private large: Lease | null;
  private largeFreshSince: number | null = null;
  private readonly unlisten: (() => void)[] = [];

  constructor(
    private readonly pool: PlayerPool,
    private readonly camera: string,
    private readonly changed: () => void,
  ) {
    this.small = this.lease('sub');
    this.large = this.lease('main');
  }

  get sub(): StreamPlayer {
    return this.small.player;
  }

  /** Null for a camera with one picture only. */
  get main(): StreamPlayer | null {
    return this.large?.player ?? null;
  }

  /** The large one while it is fresh, else the small one while that is fresh, else whichever was seen last. */
  shown(): StreamPlayer {
    const { main, sub } = this;
    if (main === null || isFresh(main)) return main ?? sub;
    if (isFresh(sub)) return sub;
    return (main.pictureTakenAt ?? 0) > (sub.pictureTakenAt ?? 0) ? main : sub;
  }

  /** Lets the small picture rest while the large one is steady, and has it back when that is not so. */
  mind(onePictureOnly: boolean): void {
    if (onePictureOnly) {
      this.large?.release();
      this.large = null;
    }
    const now = performance.now();
    const fresh = this.main !== null && isFresh(this.main);
    this.largeFreshSince = fresh ? (this.largeFreshSince ?? now) : null;
    const wanted = this.largeFreshSince === null || now - this.largeFreshSince < SETTLED_MS;
    if (this.small.visible === wanted) return;
    this.small.visible = wanted;
    this.pool.tick();
  }

  release(): void {
    for (const unlisten of this.unlisten) unlisten();
    this.large?.release();
    this.small.release();
  }

  private lease(role: Role): Lease {
    const lease = this.pool.lease(this.camera, role);
    this.unlisten.push(lease.player.listen(this.changed));
    return lease;
  }
}

const isFresh = (player: StreamPlayer): boolean => player.ageMs(performance.now()) <= LIVE_MS;
