// SPDX-License-Identifier: Apache-2.0

/** Best first. */
export const TRANSPORTS = ['webrtc', 'hls', 'mjpeg'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** A picture that reached the screen. */
export interface Frame {
  /** When it was presented, on the page's monotonic clock. */
  readonly presentedAt: number;
  /** When Nightjar received it from the camera, in server time; null where the transport does not tell. */
  readonly capturedAt: number | null;
}

export interface PlayerEvents {
  readonly frame: (frame: Frame) => void;
  /** The driver cannot go on by itself. Said once; stop() is still to be called. */
  readonly failed: (why: string) => void;
}

/** One way to show one stream. Started once and stopped once; stopping touches this viewer only. */
export interface Player {
  readonly transport: Transport;
  readonly element: HTMLVideoElement | HTMLCanvasElement;
  start(): void;
  stop(): void;
}

export type PlayerFactory = (transport: Transport, events: PlayerEvents) => Player;

export function silentVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  video.playsInline = true;
  video.disablePictureInPicture = true;
  video.disableRemotePlayback = true;
  return video;
}

/** A refused play() is no failure: frames decide, and a muted element may be started by the browser later. */
export function play(video: HTMLVideoElement): void {
  video.play().catch(() => undefined);
}
