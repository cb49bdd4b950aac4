// SPDX-License-Identifier: Apache-2.0
import type { Answer, Order, Wish } from '../api/model';

const EVERY_MS = 200;
/** A finger that wanders says no more than this; the server takes only so many messages. */
const CHANGE_MS = 50;
const STOP_AGAIN_MS = 300;
const STOPS = 5;
/** A page that slept longer than this goes on with nothing: the head has stopped long ago. */
const SLEPT_MS = 1500;
/** Of these failures another try may think better; after any other one nothing more is asked. */
const PASSING = new Set(['camera-unreachable', 'unavailable', 'timeout', 'too-many', 'internal']);

export type Ended = 'released' | 'link-lost' | 'gone' | 'slept';

export interface Press {
  readonly camera: string;
  readonly number: number;
  readonly wish: Wish;
  /** The head does not obey; the press lasts until it is let go all the same. */
  readonly refused: boolean;
}

interface Stopping {
  readonly camera: string;
  sent: number;
  timer: ReturnType<typeof setTimeout>;
}

/** What a hold needs of the world. */
export interface Means {
  /** Says an order over the live link, and whether there was one. */
  readonly say: (order: Order) => boolean;
  /** A stop that nobody confirmed over the link goes another way. */
  readonly stopOtherwise: (camera: string) => void;
  readonly began?: (press: Press) => void;
  readonly ended?: (press: Press, why: Ended) => void;
}

/**
 * A button that is held: the order is said at once and every 200 ms, changes at once, and its end is a stop for the
 * camera of the press, said until it is answered. There is one press in a page at a time.
 */
export class Hold {
  private press: Press | null = null;
  private saidAt = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private changing: ReturnType<typeof setTimeout> | undefined;
  private numbers = 0;
  private readonly stopping = new Map<number, Stopping>();

  constructor(
    private readonly means: Means,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get current(): Press | null {
    return this.press;
  }

  /** Begins to move a camera, and ends what was moved before. False without a link: then nothing moves. */
  begin(camera: string, wish: Wish): boolean {
    this.end();
    this.numbers += 1;
    const press = { camera, number: this.numbers, wish, refused: false };
    if (!this.say(press)) return false;
    this.press = press;
    this.timer = setInterval(() => this.renew(), EVERY_MS);
    this.means.began?.(press);
    return true;
  }

  /** Another direction or speed within the same press: said at once, and then as often as a wandering finger may. */
  change(wish: Wish): void {
    if (this.press === null || same(this.press.wish, wish)) return;
    this.press = { ...this.press, wish };
    if (this.press.refused) return;
    clearTimeout(this.changing);
    const wait = this.saidAt + CHANGE_MS - this.now();
    if (wait <= 0) this.say(this.press);
    else this.changing = setTimeout(() => this.renew(), wait);
  }

  /** The button was let go, in whatever way. */
  end(): void {
    this.finish('released');
  }

  /** A stop that no press asks for: for the button in the middle, whoever moves the camera. */
  stop(camera: string): boolean {
    if (this.press?.camera === camera) {
      this.end();
      return true;
    }
    this.numbers += 1;
    return this.sayStop(camera, this.numbers);
  }

  cameraGone(isThere: (camera: string) => boolean): void {
    if (this.press !== null && !isThere(this.press.camera)) this.finish('gone');
  }

  /** A lost link is a stop for everything that was moved over it; the press does not survive it. */
  linkLost(): void {
    for (const { timer } of this.stopping.values()) clearTimeout(timer);
    this.stopping.clear();
    this.finish('link-lost');
  }

  answered(answer: Answer): void {
    if (answer.do === 'stop') {
      this.confirmed(answer.press);
      return;
    }
    if (answer.ok || this.press?.number !== answer.press || PASSING.has(answer.kind)) return;
    this.press = { ...this.press, refused: true };
    this.silence();
  }

  private silence(): void {
    clearInterval(this.timer);
    clearTimeout(this.changing);
  }

  private finish(why: Ended): void {
    const ended = this.press;
    if (ended === null) return;
    this.press = null;
    this.silence();
    // Also after a refusal: an order may have arrived of which only the answer was lost.
    if (why !== 'link-lost') this.sayStop(ended.camera, ended.number);
    this.means.ended?.(ended, why);
  }

  private renew(): void {
    if (this.press === null) return;
    if (this.now() - this.saidAt > SLEPT_MS) this.finish('slept');
    else this.say(this.press);
  }

  private say({ camera, number, wish }: Press): boolean {
    this.saidAt = this.now();
    return this.means.say({ type: 'ptz', camera, do: 'hold', press: number, ...wish });
  }

  private sayStop(camera: string, number: number): boolean {
    const said = this.means.say({ type: 'ptz', camera, do: 'stop', press: number });
    if (!said) return false;
    const again = setTimeout(() => this.stopAgain(number), STOP_AGAIN_MS);
    this.stopping.set(number, { camera, sent: 1, timer: again });
    return true;
  }

  private stopAgain(number: number): void {
    const entry = this.stopping.get(number);
    if (entry === undefined) return;
    if (entry.sent >= STOPS) {
      this.stopping.delete(number);
      this.means.stopOtherwise(entry.camera);
      return;
    }
    entry.sent += 1;
    entry.timer = setTimeout(() => this.stopAgain(number), STOP_AGAIN_MS);
    this.means.say({ type: 'ptz', camera: entry.camera, do: 'stop', press: number });
  }

  private confirmed(number: number): void {
    clearTimeout(this.stopping.get(number)?.timer);
    this.stopping.delete(number);
  }
}

const same = (one: Wish, two: Wish): boolean =>
  one.pan === two.pan && one.tilt === two.tilt && one.zoom === two.zoom && one.focus === two.focus;
