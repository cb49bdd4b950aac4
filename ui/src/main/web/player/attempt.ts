// SPDX-License-Identifier: Apache-2.0
import type { ServerClock } from '../api/clock';
import { FrameMeter } from './meter';
import type { Frame, Player, PlayerFactory, Transport } from './player';

/** Two frames: the first may be a leftover, the second shows that it moves. */
const PROOF_FRAMES = 2;
/** Pictures older than this prove nothing: a dead playlist plays too. */
const PROOF_AGE_MS = 10_000;

const GAP_MS = 1000;
const REPEATED_MS = 10_000;

/** One player from its start to its end: first it must prove itself with fresh frames, then it reports its loss. */
export class Attempt {
  readonly meter = new FrameMeter();
  readonly startedAt = performance.now();
  readonly proven: Promise<boolean>;
  readonly lost: Promise<string>;
  readonly player: Player;
  /** Pictures go on after a gap. */
  onRevived: () => void = () => undefined;
  private provenAt: number | null = null;
  private ended = false;
  private settleProof: (ok: boolean) => void = () => undefined;
  private settleLoss: (why: string) => void = () => undefined;
  private fresh = 0;
  private readonly deadline: ReturnType<typeof setTimeout>;
  private why: string | null = null;

  constructor(
    readonly transport: Transport,
    make: PlayerFactory,
    private readonly clock: ServerClock,
    deadlineMs: number,
  ) {
    this.proven = new Promise((resolve) => (this.settleProof = resolve));
    this.lost = new Promise((resolve) => (this.settleLoss = resolve));
    this.player = make(transport, { frame: (frame) => this.onFrame(frame), failed: (why) => this.end(why) });
    this.player.element.classList.add('picture');
    this.deadline = setTimeout(() => {
      if (this.provenAt === null) this.end(`No fresh picture within ${Math.round(deadlineMs / 1000)} s.`);
    }, deadlineMs);
  }

  get failure(): string | null {
    return this.why;
  }

  get firstFrameMs(): number | null {
    return this.provenAt === null ? null : this.provenAt - this.startedAt;
  }

  playedForMs(now: number): number {
    return this.provenAt === null ? 0 : now - this.provenAt;
  }

  start(stage: HTMLElement): void {
    stage.append(this.player.element);
    this.player.start();
  }

  /** Ends the player for whatever reason; harmless when it has ended already. */
  end(why: string): void {
    if (this.ended) return;
    this.ended = true;
    this.why = why;
    clearTimeout(this.deadline);
    this.settleProof(false);
    this.settleLoss(why);
  }

  /** Frees everything. The picture leaves the page with it. */
  dispose(): void {
    this.end('Ended.');
    this.player.stop();
    this.player.element.remove();
  }

  /** A server may send its last frames again to a player that asks; they move nothing on. A clock set back is another matter. */
  private isRepeated({ capturedAt }: Frame): boolean {
    const last = this.meter.last?.capturedAt ?? null;
    return capturedAt !== null && last !== null && capturedAt <= last && last - capturedAt < REPEATED_MS;
  }

  private onFrame(frame: Frame): void {
    if (this.ended || this.isRepeated(frame)) return;
    const gap = this.meter.ageMs(frame.presentedAt) > GAP_MS;
    const age = frame.capturedAt === null ? null : this.clock.now(frame.presentedAt) - frame.capturedAt;
    this.meter.add(frame, age === null ? null : Math.max(0, age));
    if (gap && this.provenAt !== null) this.onRevived();
    if (this.provenAt !== null || (age !== null && age > PROOF_AGE_MS)) return;
    this.fresh += 1;
    if (this.fresh < PROOF_FRAMES) return;
    this.provenAt = frame.presentedAt;
    clearTimeout(this.deadline);
    this.settleProof(true);
  }
}
