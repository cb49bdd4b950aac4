// SPDX-License-Identifier: Apache-2.0
import type { ServerClock } from '../api/clock';
import type { Picture, Role } from '../api/model';
import { plausible } from './latency';
import type { Pictures } from './pictures';
import type { Player, PlayerEvents } from './player';

const FPS = 15;
const WIDTHS: Readonly<Record<Role, number>> = { sub: 640, main: 1280 };

/** Single pictures over the page's live link: works wherever the page itself does. */
export class MjpegPlayer implements Player {
  readonly transport = 'mjpeg';
  readonly element = document.createElement('canvas');

  private readonly context = this.element.getContext('2d', { alpha: false });
  private release: () => void = () => undefined;
  private decoding = false;
  private newest: Picture | null = null;
  private stopped = false;

  constructor(
    private readonly camera: string,
    private readonly role: Role,
    private readonly pictures: Pictures,
    private readonly clock: ServerClock,
    private readonly events: PlayerEvents,
  ) {}

  start(): void {
    const wish = { camera: this.camera, role: this.role, fps: FPS, width: WIDTHS[this.role] };
    this.release = this.pictures.want(wish, (picture) => {
      this.newest = picture;
      this.showNewest();
    });
  }

  stop(): void {
    this.stopped = true;
    this.newest = null;
    this.release();
  }

  /** Decodes one picture at a time; those that arrive meanwhile are skipped but for the newest. */
  private showNewest(): void {
    const picture = this.newest;
    if (this.decoding || picture === null) return;
    this.newest = null;
    this.decoding = true;
    this.show(picture)
      .catch(() => undefined) // A broken JPEG is one missing frame; the next one counts.
      .finally(() => {
        this.decoding = false;
        this.showNewest();
      });
  }

  private async show(picture: Picture): Promise<void> {
    const bitmap = await createImageBitmap(new Blob([picture.jpeg], { type: 'image/jpeg' }));
    if (!this.stopped && this.context !== null) {
      if (this.element.width !== bitmap.width) this.element.width = bitmap.width;
      if (this.element.height !== bitmap.height) this.element.height = bitmap.height;
      this.context.drawImage(bitmap, 0, 0);
      const presentedAt = performance.now();
      const capturedAt = this.clock.known ? plausible(picture.at, this.clock.now(presentedAt)) : null;
      this.events.frame({ presentedAt, capturedAt });
    }
    bitmap.close();
  }
}
