// SPDX-License-Identifier: Apache-2.0
import type { Nightjar } from '../app/nightjar';
import { pageKey } from '../app/keys';
import { offer, allowed } from './rules';
import { isStill, movingKey, wishOf } from './vector';

/** The keyboard, while it moves a camera. */
export class Steer {
  private readonly down = new Set<string>();
  private slow = false;
  /** The press that the keys hold; another one is none of theirs. */
  private pressed: number | null = null;

  constructor(private readonly app: Nightjar) {
    addEventListener('keydown', this.onDown, true);
    addEventListener('keyup', this.onUp, true);
    // A key that goes up elsewhere is never seen.
    for (const away of ['blur', 'pagehide'] as const) addEventListener(away, () => this.down.clear());
  }

  private readonly onDown = (event: KeyboardEvent): void => {
    const camera = this.app.desk.steering;
    if (camera === null) return;
    const key = pageKey(event);
    if (key === null) return;
    if (key === 'Escape') this.app.desk.steering = null;
    else if (key === 'Shift') this.slower(true);
    else if (movingKey(key) !== null) this.move(camera, movingKey(key) ?? key, event);
    else if (event.repeat || !this.app.shelf.pressKey(camera, key)) return;
    if (key === 'Shift') return;
    event.preventDefault();
    event.stopPropagation();
  };

  private move(camera: string, key: string, event: KeyboardEvent): void {
    this.slow = event.shiftKey && key !== '+';
    if (event.repeat) return;
    this.down.add(key);
    this.apply(camera, true);
  }

  private readonly onUp = (event: KeyboardEvent): void => {
    if (event.key === 'Shift') this.slower(false);
    // Of keys that were down together with the command key, no system tells all that go up.
    if (event.key === 'Meta') this.down.clear();
    const key = movingKey(event.key);
    const known = key === null ? event.key === 'Meta' : this.down.delete(key);
    const camera = this.app.desk.steering;
    if (known && camera !== null) this.apply(camera, false);
  };

  private slower(slow: boolean): void {
    this.slow = slow;
    const camera = this.app.desk.steering;
    if (camera !== null && this.holding) this.apply(camera, false);
  }

  private get holding(): boolean {
    return this.pressed !== null && this.app.desk.hold.current?.number === this.pressed;
  }

  /** @param fresh a key went down: only that begins a press; one that something else ended stays ended */
  private apply(camera: string, fresh: boolean): void {
    const { desk, store } = this.app;
    const offered = offer(store.camera(camera), store.head(camera), this.app.mayMove, store.link.name === 'open');
    if (offered.name !== 'pad') {
      if (fresh && offered.name === 'refused') desk.say(camera, offered.sentence);
      if (this.holding) desk.letGo();
      return;
    }
    const wish = allowed(wishOf(this.down, this.slow), offered.can);
    if (isStill(wish)) {
      if (this.holding) desk.letGo();
    } else if (this.holding) {
      desk.hold.change(wish);
    } else if (fresh) {
      desk.press(camera, wish);
      this.pressed = desk.hold.current?.number ?? null;
    }
  }
}
