// SPDX-License-Identifier: Apache-2.0
import type { Nightjar } from '../app/nightjar';
import type { StreamPlayer } from '../player/stream-player';
import type { Face } from '../words/face';
import { face } from '../words/face';

/** What to say of a stream now, from what its player shows and what the server knows. */
export function faceOf(app: Nightjar, player: StreamPlayer): Face {
  const now = performance.now();
  const { camera: id, role } = player.source;
  const camera = app.store.camera(id);
  const { phase } = player;
  return face({
    frameAgeMs: player.ageMs(now),
    pictureAgeMs: player.pictureAgeMs(now),
    latencyMs: player.latencyMs(),
    stream: app.store.stream(id, role),
    cameraName: camera?.name ?? id,
    host: camera?.host ?? null,
    linkLost: app.store.link.name === 'lost',
    trying: phase.name === 'opening' ? phase.transport : null,
    pageNextTry: phase.name === 'waiting' ? app.serverNow() + (phase.until - now) : null,
    now: app.serverNow(),
  });
}
