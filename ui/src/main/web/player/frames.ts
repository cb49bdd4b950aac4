// SPDX-License-Identifier: Apache-2.0

export interface VideoFrame {
  readonly presentedAt: number;
  readonly mediaTime: number;
  readonly rtpTimestamp: number | null;
}

const POLL_MS = 200;

/** Reports every frame that a video element presents; where the browser cannot, counts decoded frames instead. */
export function watchFrames(video: HTMLVideoElement, seen: (frame: VideoFrame) => void): () => void {
  return 'requestVideoFrameCallback' in video ? watchPresented(video, seen) : watchDecoded(video, seen);
}

function watchPresented(video: HTMLVideoElement, seen: (frame: VideoFrame) => void): () => void {
  let handle = 0;
  const next = (_: number, metadata: VideoFrameCallbackMetadata): void => {
    handle = video.requestVideoFrameCallback(next);
    const { presentationTime, mediaTime, rtpTimestamp } = metadata;
    seen({ presentedAt: presentationTime, mediaTime, rtpTimestamp: rtpTimestamp ?? null });
  };
  handle = video.requestVideoFrameCallback(next);
  return () => video.cancelVideoFrameCallback(handle);
}

function watchDecoded(video: HTMLVideoElement, seen: (frame: VideoFrame) => void): () => void {
  let counted = video.getVideoPlaybackQuality().totalVideoFrames;
  const timer = setInterval(() => {
    const now = video.getVideoPlaybackQuality().totalVideoFrames;
    if (now > counted) seen({ presentedAt: performance.now(), mediaTime: video.currentTime, rtpTimestamp: null });
    counted = now;
  }, POLL_MS);
  return () => clearInterval(timer);
}
