// SPDX-License-Identifier: Apache-2.0
import type { Answer, Order, Wish } from '../api/model';
import type { Store } from '../api/store';
import { announce } from '../app/announcer';
import { closed } from '../words/face';
import type { Ended, Press } from './hold';
import { Hold } from './hold';
import { words } from './vector';

/** How long a refusal stays on the screen. */
const SAID_MS = 8000;

export interface Said {
  readonly sentence: string;
  readonly until: number;
}

/** How the last orders to a camera went. */
export interface Timing {
  readonly driver: string | null;
  readonly moveMs: number | null;
  readonly stopMs: number | null;
}

const NOTHING: Timing = { driver: null, moveMs: null, stopMs: null };

/** Everything of moving cameras that outlives a screen: the press, the keys' camera, what was answered. */
export class Desk {
  readonly hold: Hold;
  /** How often something took the page from under a finger. */
  interruptions = 0;
  private steered: string | null = null;
  private readonly said = new Map<string, Said>();
  private readonly timings = new Map<string, Timing>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly store: Store,
    say: (order: Order) => boolean,
    stopOtherwise: (camera: string) => Promise<void>,
  ) {
    this.hold = new Hold({
      say,
      stopOtherwise: (camera) => void this.stopOtherwise(camera, stopOtherwise),
      began: (press) => this.began(press),
      ended: (press, why) => this.ended(press, why),
    });
    store.listen(() => this.lookAfter());
  }

  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The camera that the arrow keys move; null while they do something else. */
  get steering(): string | null {
    return this.steered;
  }

  set steering(camera: string | null) {
    if (this.steered === camera) return;
    this.hold.end();
    this.steered = camera;
    announce(camera === null ? 'The arrow keys no longer move a camera.' : `The arrow keys move ${this.name(camera)}.`);
    this.changed();
  }

  /** Begins a press, or says why nothing moves. */
  press(camera: string, wish: Wish): boolean {
    this.said.delete(camera);
    if (this.hold.begin(camera, wish)) return true;
    this.say(camera, 'There is no connection to Nightjar, so nothing was moved. It is tried again and again.');
    return false;
  }

  stop(camera: string): void {
    announce(`${this.name(camera)}: stop.`);
    if (this.hold.stop(camera)) return;
    this.say(camera, 'There is no connection to Nightjar; a camera that this page moved has stopped already.');
  }

  answered(answer: Answer): void {
    this.hold.answered(answer);
    if (answer.ok) this.note(answer);
    else this.say(answer.camera, this.sentence(answer));
    this.changed();
  }

  linkLost(): void {
    this.interruptions += 1;
    this.hold.linkLost();
  }

  /** The screen is left, the page is hidden, something covers the pad: whatever is pressed is let go. */
  letGo(): void {
    this.interruptions += 1;
    this.hold.end();
  }

  /** Signed out. */
  clear(): void {
    this.steered = null;
    this.said.clear();
    this.timings.clear();
    this.changed();
  }

  say(camera: string, sentence: string): void {
    const before = this.saidOf(camera)?.sentence;
    this.said.set(camera, { sentence, until: performance.now() + SAID_MS });
    if (before !== sentence) announce(`${this.name(camera)}: ${sentence}`);
    this.changed();
  }

  saidOf(camera: string): Said | null {
    const said = this.said.get(camera);
    return said === undefined || performance.now() > said.until ? null : said;
  }

  timing(camera: string): Timing {
    return this.timings.get(camera) ?? NOTHING;
  }

  private note({ camera, ms, do: what }: Answer): void {
    if (ms === null) return;
    const before = this.timing(camera);
    const driver = this.store.head(camera)?.driver ?? before.driver;
    const change = what === 'stop' ? { stopMs: ms } : { moveMs: ms };
    this.timings.set(camera, { ...before, driver, ...change });
  }

  private sentence({ do: what, title, detail, hint }: Answer): string {
    const said = [detail ?? title, hint].filter((part) => part !== null).map(closed);
    if (what === 'stop') return ['The stop is tried again until the camera confirms it.', ...said].join(' ');
    return said.join(' ') || 'The camera was not moved.';
  }

  private began({ camera, wish }: Press): void {
    announce(`${this.name(camera)}: ${words(wish)}.`);
    this.changed();
  }

  private ended({ camera }: Press, why: Ended): void {
    const name = this.name(camera);
    if (why === 'link-lost') this.say(camera, 'The connection to Nightjar was lost; the camera stops by itself.');
    else if (why === 'slept') this.say(camera, 'The page was held up, so the camera was stopped. Press again.');
    else announce(`${name}: stopped.`);
    this.changed();
  }

  private async stopOtherwise(camera: string, post: (camera: string) => Promise<void>): Promise<void> {
    await post(camera).catch((failure: unknown) => {
      const why = failure instanceof Error ? closed(failure.message) : '';
      this.say(
        camera,
        `Nobody confirmed the stop. ${why} The camera stops by itself half a second after its last order.`,
      );
    });
  }

  private lookAfter(): void {
    const movable = (id: string): boolean => this.store.camera(id)?.capabilities.includes('ptz') ?? false;
    this.hold.cameraGone((id) => movable(id) && this.store.head(id) !== null);
    if (this.store.known && this.steered !== null && !movable(this.steered)) this.steering = null;
  }

  private name(camera: string): string {
    return this.store.camera(camera)?.name ?? camera;
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
