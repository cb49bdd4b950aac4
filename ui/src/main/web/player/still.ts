// SPDX-License-Identifier: Apache-2.0
import type { Still } from '../api/http';

/** The last picture of a stream, kept when its player goes. */
export class StillPicture {
  readonly canvas = document.createElement('canvas');
  /** When it was received from the camera, in server time. */
  takenAt: number | null = null;
  private asked = false;

  constructor() {
    this.canvas.className = 'still';
    this.canvas.width = 0;
    this.canvas.height = 0;
  }

  get empty(): boolean {
    return this.canvas.width === 0;
  }

  keep(source: HTMLVideoElement | HTMLCanvasElement, takenAt: number): void {
    const [width, height] =
      source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
    if (width > 0 && height > 0) this.draw(source, width, height, takenAt);
  }

  /** Fills an empty canvas with what the server remembers; asks once until forgotten. */
  async fetch(ask: () => Promise<Still>, serverNow: () => number): Promise<boolean> {
    if (this.asked || !this.empty) return false;
    this.asked = true;
    const still = await ask().catch(() => null);
    if (still === null) return false;
    const bitmap = await createImageBitmap(still.picture).catch(() => null);
    if (bitmap === null) return false;
    this.drawIfEmpty(bitmap, still.at ?? serverNow());
    bitmap.close();
    return true;
  }

  /** Lets the server be asked again, after something changed that may have given it a picture. */
  askAgain(): void {
    this.asked = false;
  }

  private drawIfEmpty(bitmap: ImageBitmap, takenAt: number): void {
    if (this.empty) this.draw(bitmap, bitmap.width, bitmap.height, takenAt);
  }

  private draw(source: CanvasImageSource, width: number, height: number, takenAt: number): void {
    this.canvas.width = width;
    this.canvas.height = height;
    this.canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
    this.takenAt = takenAt;
  }
}
