// SPDX-License-Identifier: Apache-2.0
import type { Role } from '../api/model';
import type { StreamPlayer } from '../player/stream-player';
import { faceOf } from '../wall/sight';
import type { FaceName } from '../words/face';
import type { Nightjar } from './nightjar';

/** What is really on the screen, for people with a console and for tests. */
export interface TileFacts {
  readonly camera: string;
  readonly role: Role;
  /** What the page says of the stream. */
  readonly state: FaceName;
  readonly transport: string | null;
  readonly latencyMs: number | null;
  readonly frameAgeMs: number | null;
  readonly framesPresented: number;
  readonly fps: number;
  readonly firstFrameMs: number | null;
  readonly lastFailure: string | null;
  readonly phase: string;
}

export interface Diagnosis {
  /** One entry per stream that the page has opened, running or not. */
  readonly tiles: readonly TileFacts[];
  tile(camera: string, role?: Role): TileFacts | null;
  /** The element that shows the stream now. */
  picture(camera: string, role?: Role): HTMLVideoElement | HTMLCanvasElement | null;
  /** Capture to first presentation of the last frames (900 at most), in milliseconds. */
  latencies(camera: string, role?: Role): readonly number[];
  /** The server's clock now, in epoch milliseconds. */
  serverNow(): number;
}

declare global {
  interface Window {
    nightjar?: Diagnosis;
  }
}

export function diagnose(app: Nightjar): void {
  if (window.nightjar !== undefined) throw new Error('Two instances of Nightjar in one page');
  const facts = (player: StreamPlayer): TileFacts => factsOf(app, player);
  window.nightjar = {
    get tiles() {
      return app.pool.players.map(facts);
    },
    tile: (camera, role = 'sub') => {
      const player = app.pool.find(camera, role);
      return player === null ? null : facts(player);
    },
    picture: (camera, role = 'sub') => app.pool.find(camera, role)?.picture ?? null,
    latencies: (camera, role = 'sub') => [...(app.pool.find(camera, role)?.latencies ?? [])],
    serverNow: () => app.serverNow(),
  };
}

function factsOf(app: Nightjar, player: StreamPlayer): TileFacts {
  const now = performance.now();
  const age = player.ageMs(now);
  return {
    camera: player.source.camera,
    role: player.source.role,
    state: faceOf(app, player).name,
    transport: player.transport,
    latencyMs: player.latencyMs(),
    frameAgeMs: Number.isFinite(age) ? age : null,
    framesPresented: player.framesPresented,
    fps: player.fps(now),
    firstFrameMs: player.firstFrameMs,
    lastFailure: player.lastFailure,
    phase: player.phase.name,
  };
}
