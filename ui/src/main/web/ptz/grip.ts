// SPDX-License-Identifier: Apache-2.0
import type { Wish } from '../api/model';
import type { Desk } from './desk';
import type { Spot } from './vector';

/** What a point of the pressed surface means; seen anew for each movement. */
export type Surface = (x: number, y: number, slow: boolean) => Spot;

/**
 * A finger or a mouse button on something that moves a camera. It listens at the window, so that letting go is seen
 * although the pad was drawn again or taken away meanwhile; the camera is the one of the press.
 */
export class Grip {
  private static held: Grip | null = null;

  /** False while the finger rests on the middle: then nothing moves, and it may go on. */
  private moving = true;
  private number: number | null;
  private readonly interruptions: number;

  private constructor(
    private readonly desk: Desk,
    private readonly camera: string,
    private readonly pointer: number,
    private readonly surface: Surface,
  ) {
    this.number = desk.hold.current?.number ?? null;
    this.interruptions = desk.interruptions;
  }

  /** A pointer went down. @returns whether it moves something now */
  static take(desk: Desk, camera: string, event: PointerEvent, surface: Surface): boolean {
    if (event.button !== 0 || Grip.held !== null) return false;
    const at = surface(event.clientX, event.clientY, event.shiftKey);
    // No text is selected, nothing is dragged, no click follows for whatever lies below.
    event.preventDefault();
    if (at.name === 'centre') desk.stop(camera);
    if (at.name !== 'wish' || !desk.press(camera, at.wish)) return false;
    const grip = new Grip(desk, camera, event.pointerId, surface);
    Grip.held = grip;
    if (event.target instanceof Element && event.target.isConnected) capture(event.target, event.pointerId);
    grip.listen(addEventListener);
    return true;
  }

  private listen(each: typeof addEventListener): void {
    each('pointermove', this.onMove, true);
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) each(type, this.onLift, true);
    each('pointerdown', this.onOther, true);
    each('contextmenu', quiet, true);
  }

  private readonly onMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.pointer) return;
    // The button was let go where this page could not see it.
    if (event.buttons === 0) {
      this.release();
      return;
    }
    const at = this.surface(event.clientX, event.clientY, event.shiftKey);
    if (at.name === 'outside') this.release();
    else if (at.name === 'centre') this.rest();
    else this.go(at.wish);
  };

  private readonly onLift = (event: Event): void => {
    if (event instanceof PointerEvent && event.pointerId === this.pointer) this.release();
  };

  /** A second finger, a second button: whatever it wants, it is not more of the first. */
  private readonly onOther = (event: Event): void => {
    if (event instanceof PointerEvent) this.release();
  };

  private go(wish: Wish): void {
    if (this.holds) {
      this.desk.hold.change(wish);
    } else if (this.moving || this.interrupted || !this.desk.press(this.camera, wish)) {
      // The press was ended by something else; a finger that still lies there is no new one.
      this.release();
    } else {
      this.moving = true;
      this.number = this.desk.hold.current?.number ?? null;
    }
  }

  private rest(): void {
    if (!this.moving) return;
    if (!this.holds) {
      this.release();
      return;
    }
    this.moving = false;
    this.desk.hold.end();
  }

  private release(): void {
    this.listen(removeEventListener as typeof addEventListener);
    if (Grip.held === this) Grip.held = null;
    if (this.holds) this.desk.letGo();
  }

  /** Since this finger came down the page was covered, hidden or cut off. */
  private get interrupted(): boolean {
    return this.desk.interruptions !== this.interruptions;
  }

  private get holds(): boolean {
    return this.number !== null && this.desk.hold.current?.number === this.number;
  }
}

function capture(element: Element, pointer: number): void {
  try {
    element.setPointerCapture(pointer);
  } catch {
    // The pointer is gone already; its end is seen at the window.
  }
}

const quiet = (event: Event): void => event.preventDefault();
