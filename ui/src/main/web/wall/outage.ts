// SPDX-License-Identifier: Apache-2.0
import type { Face } from '../words/face';
import { duration } from '../words/times';

const NOTE_MS = 6000;
/** Shorter gaps are not worth a word. */
const WORTH_MS = 3000;

/** Remembers how long a picture was away, for the note when it is back. */
export class Outage {
  private downSince: number | null = null;
  private noteUntil = 0;
  private text: string | null = null;

  /** @param knownSince when the trouble began according to the server, for a page that opened in the midst of it */
  see(face: Face, now: number, knownSince: number | null): void {
    switch (face.name) {
      case 'down':
        this.downSince ??= knownSince ?? now;
        if (knownSince !== null && knownSince < this.downSince) this.downSince = knownSince;
        break;
      case 'live':
        if (this.downSince !== null && now - this.downSince >= WORTH_MS) {
          this.text = `Live again after ${duration(now - this.downSince)}`;
          this.noteUntil = now + NOTE_MS;
        }
        this.downSince = null;
        break;
      case 'off':
        this.downSince = null;
        break;
      case 'behind':
      case 'odd':
      case 'opening':
        break;
    }
  }

  note(now: number): string | null {
    return now < this.noteUntil ? this.text : null;
  }
}
