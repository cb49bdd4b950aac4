// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerClock } from '../../main/web/api/clock';
import type { StateName, Stream } from '../../main/web/api/model';
import { stream } from '../../main/web/api/wire';
import { Choice } from '../../main/web/player/choice';
import type { Player, PlayerEvents, Transport } from '../../main/web/player/player';
import { TRANSPORTS } from '../../main/web/player/player';
import { StreamPlayer } from '../../main/web/player/stream-player';

/** Players that work or not, as the test says, and send 10 pictures a second. */
class Studio {
  readonly broken = new Set<Transport>();
  readonly silent = new Set<Transport>();
  /** The capture time of every frame; null tells none. */
  capturedAt: (() => number) | null = null;
  readonly made: FakePlayer[] = [];
  make = (transport: Transport, events: PlayerEvents): Player => {
    const player = new FakePlayer(transport, events, this);
    this.made.push(player);
    return player;
  };

  get running(): readonly Transport[] {
    return this.made.filter((player) => player.running).map(({ transport }) => transport);
  }
}

class FakePlayer implements Player {
  readonly element = document.createElement('canvas');
  running = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    readonly transport: Transport,
    readonly events: PlayerEvents,
    private readonly studio: Studio,
  ) {}

  start(): void {
    this.running = true;
    if (this.studio.broken.has(this.transport)) {
      this.events.failed('It does not work here.');
      return;
    }
    this.timer = setInterval(() => {
      if (this.studio.silent.has(this.transport)) return;
      this.events.frame({ presentedAt: performance.now(), capturedAt: this.studio.capturedAt?.() ?? null });
    }, 100);
  }

  stop(): void {
    this.running = false;
    clearInterval(this.timer);
  }
}

let studio: Studio;
let state: StateName;

function player(allowed: readonly Transport[] = TRANSPORTS): StreamPlayer {
  const of = (): Stream => stream({ camera: 'gate', role: 'sub', state });
  const source = { camera: 'gate', role: 'sub', stream: of } as const;
  const made = new StreamPlayer(source, studio.make, new Choice('gate', allowed), new ServerClock());
  made.streamChanged();
  return made;
}

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  studio = new Studio();
  state = 'live';
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a stream player', () => {
  it('begins with the best transport and tells it by frames, not by events', async () => {
    const made = player();
    made.start();
    expect(made.transport).toBeNull();
    await pass(300);
    expect(made.transport).toBe('webrtc');
    expect(made.framesPresented).toBeGreaterThanOrEqual(2);
  });

  it('falls back when a transport fails and when it shows nothing', async () => {
    studio.broken.add('webrtc');
    studio.silent.add('hls');
    const made = player();
    made.start();
    await pass(12_000);
    expect(made.transport).toBe('mjpeg');
    expect(studio.running).toEqual(['mjpeg']);
  });

  it('remembers per camera what worked', async () => {
    studio.broken.add('webrtc');
    const first = player();
    first.start();
    await pass(1000);
    first.release();
    studio.made.length = 0;
    const second = player();
    second.start();
    await pass(100);
    expect(studio.made.map(({ transport }) => transport)).toEqual(['hls']);
  });

  it('returns to the better transport behind the picture, without a gap', async () => {
    studio.broken.add('webrtc');
    const made = player();
    made.start();
    await pass(1000);
    expect(made.transport).toBe('hls');
    studio.broken.clear();
    let gap = 0;
    for (let passed = 0; passed < 60_000; passed += 100) {
      await pass(100);
      gap = Math.max(gap, made.ageMs(performance.now()));
    }
    expect(made.transport).toBe('webrtc');
    expect(studio.running).toEqual(['webrtc']);
    expect(gap).toBeLessThanOrEqual(300);
  });

  it('never gives up', async () => {
    for (const transport of TRANSPORTS) studio.broken.add(transport);
    const made = player();
    made.start();
    await pass(3_600_000);
    expect(studio.made.length).toBeGreaterThan(100);
    expect(made.phase.name).toBe('waiting');
    studio.broken.clear();
    await pass(31_000);
    expect(made.transport).toBe('webrtc');
  });

  it('does not blame a transport for a camera that is away', async () => {
    for (const transport of TRANSPORTS) studio.broken.add(transport);
    const made = player();
    made.start();
    await pass(60_000);
    studio.broken.clear();
    await pass(40_000);
    expect(made.transport).toBe('webrtc');
  });

  it('waits while the server says that the camera is away, and starts at once when it is back', async () => {
    state = 'backoff';
    studio.broken.add('webrtc');
    const made = player();
    made.start();
    await pass(14_000);
    expect(studio.made).toHaveLength(0);
    studio.broken.clear();
    state = 'live';
    made.streamChanged();
    await pass(300);
    expect(made.transport).toBe('webrtc');
  });

  it('replaces a player that fell silent although the stream runs, and keeps one whose stream does not', async () => {
    const made = player();
    made.start();
    await pass(500);
    studio.silent.add('webrtc');
    await pass(5000);
    expect(made.isStale(performance.now())).toBe(true);
    state = 'backoff';
    expect(made.isStale(performance.now())).toBe(false);
    state = 'live';
    made.replace('No fresh picture.');
    await pass(8000);
    expect(made.transport).toBe('hls');
  });

  it('does not take the last frames for new ones when they are sent again', async () => {
    const now = (): number => performance.timeOrigin + performance.now();
    studio.capturedAt = now;
    const made = player();
    made.start();
    await pass(1000);
    expect(made.ageMs(performance.now())).toBeLessThan(200);
    const last = now();
    studio.capturedAt = () => last - 100;
    await pass(3000);
    expect(made.ageMs(performance.now())).toBeGreaterThan(2000);
  });

  it('releases everything at once and starts again when wanted', async () => {
    const made = player();
    made.start();
    await pass(500);
    made.release();
    expect(studio.running).toEqual([]);
    await pass(60_000);
    expect(studio.made).toHaveLength(1);
    made.start();
    await pass(300);
    expect(made.transport).toBe('webrtc');
  });

  it('obeys the diagnostic order', async () => {
    const made = player(['mjpeg']);
    made.start();
    await pass(60_000);
    expect(new Set(studio.made.map(({ transport }) => transport))).toEqual(new Set(['mjpeg']));
  });
});
