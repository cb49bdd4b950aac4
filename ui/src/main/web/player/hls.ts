// SPDX-License-Identifier: Apache-2.0
import type { ErrorData, default as HlsInstance } from 'hls.js';
import type { ServerClock } from '../api/clock';
import type { Role } from '../api/model';
import { watchFrames } from './frames';
import { plausible } from './latency';
import type { Player, PlayerEvents } from './player';
import { play, silentVideo } from './player';

/** How far behind its own aim playback may fall before it jumps rather than hurries. */
const JUMP_S = 3;

/** Low-latency HLS by hls.js; by the browser itself only where hls.js cannot run (Safari on phones). */
export class HlsPlayer implements Player {
  readonly transport = 'hls';
  readonly element = silentVideo();

  private hls: HlsInstance | null = null;
  private stopped = false;
  private recovered = false;
  private unwatch: () => void = () => undefined;

  constructor(
    private readonly camera: string,
    private readonly role: Role,
    private readonly clock: ServerClock,
    private readonly events: PlayerEvents,
  ) {}

  start(): void {
    this.unwatch = watchFrames(this.element, ({ presentedAt, mediaTime }) => {
      this.keepUp();
      this.events.frame({ presentedAt, capturedAt: this.capturedAt(presentedAt, mediaTime) });
    });
    this.element.addEventListener('error', () => {
      if (this.hls === null) this.fail('The browser could not play the HLS stream.');
    });
    this.attach().catch((cause: unknown) => this.fail(`HLS could not be started: ${String(cause)}`));
  }

  stop(): void {
    this.stopped = true;
    this.unwatch();
    this.hls?.destroy();
    this.hls = null;
    this.element.removeAttribute('src');
    this.element.load();
  }

  private async attach(): Promise<void> {
    const url = `/hls/${this.camera}/${this.role}/index.m3u8`;
    const { default: Hls } = await import('hls.js/dist/hls.light.mjs');
    if (this.stopped) return;
    if (!Hls.isSupported()) {
      this.element.src = url;
      play(this.element);
      return;
    }
    const hls = new Hls({
      lowLatencyMode: true,
      enableWorker: false,
      backBufferLength: 4,
      maxLiveSyncPlaybackRate: 1.5,
      liveDurationInfinity: true,
      // This page tries again by itself, and sooner.
      manifestLoadPolicy: { default: patience(11_000) },
      playlistLoadPolicy: { default: patience(11_000) },
      fragLoadPolicy: { default: patience(11_000) },
    });
    this.hls = hls;
    hls.on(Hls.Events.ERROR, (_, data) => this.onError(hls, data, data.type === Hls.ErrorTypes.MEDIA_ERROR));
    hls.on(Hls.Events.MANIFEST_PARSED, () => play(this.element));
    hls.loadSource(url);
    hls.attachMedia(this.element);
  }

  /** Media errors are mended in place once; whatever else is fatal is left to a fresh player. */
  private onError(hls: HlsInstance, data: ErrorData, mendable: boolean): void {
    if (!data.fatal || this.stopped) return;
    if (mendable && !this.recovered) {
      this.recovered = true;
      hls.recoverMediaError();
      return;
    }
    this.fail(`HLS broke: ${data.details}.`);
  }

  private capturedAt(presentedAt: number, mediaTime: number): number | null {
    const playing = this.hls?.playingDate ?? null;
    if (playing === null || !this.clock.known) return null;
    const ahead = (this.element.currentTime - mediaTime) * 1000;
    return plausible(playing.getTime() - ahead, this.clock.now(presentedAt));
  }

  private keepUp(): void {
    const hls = this.hls;
    if (hls === null || hls.liveSyncPosition === null) return;
    if (hls.latency > (hls.targetLatency ?? 0) + JUMP_S && hls.liveSyncPosition > this.element.currentTime) {
      this.element.currentTime = hls.liveSyncPosition;
    }
  }

  private fail(why: string): void {
    if (!this.stopped) this.events.failed(why);
  }
}

function patience(milliseconds: number): {
  maxTimeToFirstByteMs: number;
  maxLoadTimeMs: number;
  timeoutRetry: null;
  errorRetry: { maxNumRetry: number; retryDelayMs: number; maxRetryDelayMs: number };
} {
  return {
    maxTimeToFirstByteMs: milliseconds,
    maxLoadTimeMs: milliseconds + 9000,
    timeoutRetry: null,
    errorRetry: { maxNumRetry: 2, retryDelayMs: 300, maxRetryDelayMs: 1000 },
  };
}
