// SPDX-License-Identifier: Apache-2.0
import type { ServerClock } from '../api/clock';
import type { Role, StateName, Stream } from '../api/model';
import { Attempt } from './attempt';
import type { Choice } from './choice';
import type { PlayerFactory, Transport } from './player';
import { StillPicture } from './still';
import { Waiting } from './waiting';

const PROOF_MS: Readonly<Record<Transport, number>> = { webrtc: 6000, hls: 10_000, mjpeg: 6000 };
/** A stream on demand has to be opened first. */
const ON_DEMAND_EXTRA_MS = 8000;
const ROUND_MS = [1000, 2000, 5000, 10_000, 20_000, 30_000] as const;
const UPGRADE_MS = [15_000, 30_000, 60_000, 120_000, 300_000] as const;
/** How long the server's word that a stream does not run is believed before trying all the same. */
const POKE_MS = 15_000;
const OPENING_POKE_MS = 3000;
/** What somebody switched off or has to correct does not come by itself. */
const SETTLED_POKE_MS = 120_000;
const STALE_MS = 4000;
/** A stream that came back is given this long to reach a player that waited for it. */
const REVIVE_MS = 1500;
/** A player without pictures of a stream that does not run is kept this long: it may go on by itself. */
const KEEP_SILENT_MS = 30_000;
const BRIEF_PLAY_MS = 15_000;
const FADE_MS = 180;

export type Phase =
  | { readonly name: 'released' }
  | { readonly name: 'waiting'; readonly until: number }
  | { readonly name: 'opening'; readonly transport: Transport }
  | { readonly name: 'playing'; readonly transport: Transport };

export interface StreamSource {
  readonly camera: string;
  readonly role: Role;
  /** What the server says of the stream; null while the server is silent. */
  readonly stream: () => Stream | null;
}

function pokeMs(state: StateName | null): number {
  switch (state) {
    case 'connecting':
    case 'probing':
      return OPENING_POKE_MS;
    case 'stopped':
    case 'rejected':
      return SETTLED_POKE_MS;
    case null:
    case 'unknown':
    case 'idle':
    case 'live':
    case 'stalled':
    case 'backoff':
      return POKE_MS;
  }
}

/**
 * Keeps one stream on the screen for as long as it is wanted: tries transports until one proves itself, watches it,
 * replaces it when it is lost, and looks for a better one behind its back. Never gives up, never stops the camera.
 */
export class StreamPlayer {
  /** Holds the pictures; whoever shows the stream puts it into its own tree. */
  readonly stage = document.createElement('div');
  readonly still = new StillPicture();
  phase: Phase = { name: 'released' };
  lastFailure: string | null = null;
  firstFrameMs: number | null = null;

  private front: Attempt | null = null;
  private candidate: Attempt | null = null;
  private running: AbortController | null = null;
  private framesBefore = 0;
  private briefPlays = 0;
  private readonly waiting = new Waiting();
  private round = 0;
  private wasLive = false;
  private seenSince = 0;
  private readonly listeners = new Set<() => void>();
  private liveSince = 0;

  constructor(
    readonly source: StreamSource,
    private readonly make: PlayerFactory,
    private readonly choice: Choice,
    private readonly clock: ServerClock,
  ) {
    this.stage.className = 'stage';
    this.stage.append(this.still.canvas);
  }

  get picture(): HTMLVideoElement | HTMLCanvasElement | null {
    return this.front?.player.element ?? null;
  }

  get transport(): Transport | null {
    return this.front?.transport ?? null;
  }

  get framesPresented(): number {
    return this.framesBefore + (this.front?.meter.count ?? 0);
  }

  get latencies(): readonly number[] {
    return this.front?.meter.latencies ?? [];
  }

  /** When the picture that can be seen now was received from the camera, in server time. */
  get pictureTakenAt(): number | null {
    const last = this.front?.meter.last ?? null;
    return last === null ? this.still.takenAt : (last.capturedAt ?? this.clock.now(last.presentedAt));
  }

  pictureAgeMs(now: number): number | null {
    const capturedAt = this.front?.meter.last?.capturedAt ?? null;
    return capturedAt === null ? null : this.clock.now(now) - capturedAt;
  }

  ageMs(now: number): number {
    return this.front?.meter.ageMs(now) ?? Infinity;
  }

  fps(now: number): number {
    return this.front?.meter.fps(now) ?? 0;
  }

  latencyMs(): number | null {
    return this.front?.meter.latencyMs() ?? null;
  }

  /** Tells at once when pictures begin, go on after a gap, or end; what changes slowly is for the clock to look at. */
  listen = (changed: () => void): (() => void) => {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  };

  /** It can be seen again: silence from before does not count, since browsers show nothing of what is not in the page. */
  seen(): void {
    this.seenSince = performance.now();
  }

  start(): void {
    if (this.running !== null) return;
    this.running = new AbortController();
    void this.run(this.running.signal);
  }

  /** Lets go of the connection and keeps the last picture. */
  release(): void {
    this.running?.abort();
    this.running = null;
    this.candidate?.dispose();
    this.candidate = null;
    this.dropFront();
    this.phase = { name: 'released' };
  }

  /** Moving an element within the page pauses it. */
  resumeAfterMove(): void {
    const picture = this.picture;
    if (picture instanceof HTMLVideoElement && picture.paused) picture.play().catch(() => undefined);
  }

  /** The server said something new about the stream. */
  streamChanged(): void {
    const live = this.source.stream()?.state === 'live';
    if (live && !this.wasLive) {
      this.liveSince = performance.now();
      this.still.askAgain();
      this.round = 0;
      this.waiting.wake();
    }
    this.wasLive = live;
  }

  /** Overdue pictures, although the server says that the stream runs (or says nothing). */
  isStale(now: number): boolean {
    if (this.front === null) return false;
    const age = Math.min(this.front.meter.ageMs(now), now - this.seenSince);
    if (!this.mayPlay()) return age > KEEP_SILENT_MS;
    return age > STALE_MS || (age > REVIVE_MS * 2 && this.wasLive && this.revivalOverdue(now));
  }

  replace(why: string): void {
    this.front?.end(why);
  }

  private revivalOverdue(now: number): boolean {
    const last = this.front?.meter.last?.presentedAt ?? 0;
    return this.liveSince > last && now - this.liveSince > REVIVE_MS;
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.untilItMayPlay(signal);
      const attempt = await this.tryAll(signal);
      if (attempt === null) {
        await this.pause(ROUND_MS[Math.min(this.round, ROUND_MS.length - 1)] ?? 30_000, signal);
        this.round += 1;
        continue;
      }
      this.round = 0;
      await this.stayWith(attempt, signal);
    }
  }

  private mayPlay(): boolean {
    const state = this.source.stream()?.state ?? null;
    return state === null || state === 'live' || state === 'idle' || state === 'unknown';
  }

  /** Somebody must open or convert the stream first, when nobody else watches it. */
  private beginsSlowly(): boolean {
    const stream = this.source.stream();
    if (this.source.role === 'main' || stream?.state === 'idle') return true;
    return stream !== null && (stream.bFrames || (stream.codec !== null && stream.codec !== 'h264'));
  }

  private async untilItMayPlay(signal: AbortSignal): Promise<void> {
    if (this.mayPlay()) return;
    const state = this.source.stream()?.state ?? null;
    await this.pause(pokeMs(state), signal);
  }

  private async pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.phase = { name: 'waiting', until: performance.now() + milliseconds };
    await this.waiting.wait(milliseconds, signal);
  }

  private async tryAll(signal: AbortSignal): Promise<Attempt | null> {
    const failed: Transport[] = [];
    const order = this.choice.order();
    // One try is enough to find out that the server's word was stale.
    for (const transport of this.mayPlay() ? order : order.slice(0, 1)) {
      if (signal.aborted) return null;
      this.phase = { name: 'opening', transport };
      const attempt = await this.prove(transport, signal);
      if (attempt !== null) {
        // Only now is it the transport's fault: while nothing works, the stream is.
        for (const other of failed) this.choice.failed(other);
        this.choice.worked(transport);
        return attempt;
      }
      failed.push(transport);
    }
    return null;
  }

  private async prove(transport: Transport, signal: AbortSignal): Promise<Attempt | null> {
    const deadline = PROOF_MS[transport] + (this.beginsSlowly() ? ON_DEMAND_EXTRA_MS : 0);
    const attempt = new Attempt(transport, this.make, this.clock, deadline);
    this.candidate = attempt;
    attempt.start(this.stage);
    const proven = await attempt.proven;
    if (this.candidate === attempt) this.candidate = null;
    if (proven && !signal.aborted) return attempt;
    if (!signal.aborted) this.lastFailure = attempt.failure;
    attempt.dispose();
    return null;
  }

  private async stayWith(first: Attempt, signal: AbortSignal): Promise<void> {
    this.firstFrameMs = first.firstFrameMs;
    let current: Attempt | null = first;
    while (current !== null) current = await this.untilBetterOrLost(current, signal);
  }

  /** The better one that took its place, or null when it was lost. */
  private async untilBetterOrLost(attempt: Attempt, signal: AbortSignal): Promise<Attempt | null> {
    this.show(attempt);
    const over = new AbortController();
    const end = await Promise.race([
      attempt.lost,
      this.lookForBetter(attempt.transport, AbortSignal.any([signal, over.signal])),
    ]);
    over.abort();
    if (signal.aborted || end === null) return null;
    if (typeof end !== 'string') return end;
    this.lastFailure = end;
    this.countBriefPlay(attempt);
    this.dropFront();
    return null;
  }

  private countBriefPlay(attempt: Attempt): void {
    const brief = attempt.playedForMs(performance.now()) < BRIEF_PLAY_MS && this.mayPlay();
    this.briefPlays = brief ? this.briefPlays + 1 : 0;
    if (this.briefPlays < 3) return;
    this.briefPlays = 0;
    this.choice.failed(attempt.transport);
  }

  /** Null only when it is no longer wanted. */
  private async lookForBetter(than: Transport, signal: AbortSignal): Promise<Attempt | null> {
    const patience = new Waiting();
    for (let tries = 0; ; tries += 1) {
      if (!(await patience.wait(UPGRADE_MS[Math.min(tries, UPGRADE_MS.length - 1)] ?? 300_000, signal))) return null;
      if (document.hidden || this.ageMs(performance.now()) > STALE_MS) continue;
      for (const transport of this.choice.better(than)) {
        const attempt = await this.prove(transport, signal);
        if (signal.aborted) return null;
        if (attempt !== null) {
          this.choice.worked(transport);
          return attempt;
        }
        this.choice.failed(transport);
      }
    }
  }

  private show(attempt: Attempt): void {
    const old = this.front;
    this.front = attempt;
    this.phase = { name: 'playing', transport: attempt.transport };
    attempt.player.element.classList.add('front');
    attempt.onRevived = () => this.changed();
    this.changed();
    if (old === null) return;
    this.framesBefore += old.meter.count;
    old.end('Replaced by a better one.');
    setTimeout(() => old.dispose(), FADE_MS);
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }

  private dropFront(): void {
    const old = this.front;
    if (old === null) return;
    this.front = null;
    this.framesBefore += old.meter.count;
    this.still.keep(old.player.element, old.meter.last?.capturedAt ?? this.clock.now(old.meter.last?.presentedAt));
    old.dispose();
    this.changed();
  }
}
