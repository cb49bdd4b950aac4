// SPDX-License-Identifier: Apache-2.0
import type { StateName, Stream } from '../api/model';
import type { Transport } from '../player/player';
import { duration } from './times';

/** A picture older than this is never shown as live. */
export const LIVE_MS = 2000;
/** Further behind than this, moving pictures are history rather than late. */
const BEHIND_MS = 30_000;

/** What a tile says. Exactly one of these is true. */
export type Face =
  | { readonly name: 'live'; readonly latencyMs: number | null }
  | { readonly name: 'behind'; readonly latencyMs: number; readonly sentence: string }
  | { readonly name: 'odd'; readonly latencyMs: number | null; readonly sentence: string }
  | { readonly name: 'opening'; readonly sentence: string }
  | { readonly name: 'down'; readonly sentence: string; readonly hint: string | null; readonly nextTry: number | null }
  | { readonly name: 'off'; readonly sentence: string };

export type FaceName = Face['name'];

/** The facts that decide: what reached the screen counts more than what anybody reports. */
export interface Sight {
  /** Since the newest frame was presented. */
  readonly frameAgeMs: number;
  /** Since the newest frame was received from the camera; null where that is not known. */
  readonly pictureAgeMs: number | null;
  /** The read-out: calm, and of no consequence. */
  readonly latencyMs: number | null;
  readonly stream: Stream | null;
  readonly cameraName: string;
  readonly host: string | null;
  readonly linkLost: boolean;
  readonly trying: Transport | null;
  /** When the page itself tries again, in server time. */
  readonly pageNextTry: number | null;
  readonly now: number;
}

export function face(sight: Sight): Face {
  return fresh(sight) ?? notFresh(sight);
}

function fresh(sight: Sight): Face | null {
  const { frameAgeMs, pictureAgeMs, latencyMs, stream } = sight;
  if (frameAgeMs > LIVE_MS) return null;
  if (pictureAgeMs !== null && pictureAgeMs > LIVE_MS) {
    // The rest of a stream that has ended is history; a stream that runs may be late.
    if (pictureAgeMs > BEHIND_MS || hasEnded(stream)) return null;
    return { name: 'behind', latencyMs: pictureAgeMs, sentence: `The picture is ${duration(pictureAgeMs)} behind.` };
  }
  if (stream?.frozen === true) {
    return {
      name: 'odd',
      latencyMs,
      sentence: 'The camera keeps sending the same picture. Restarting it often helps.',
    };
  }
  if (stream?.black === true) {
    return { name: 'odd', latencyMs, sentence: 'The camera sends a black picture. Check its lens and its light.' };
  }
  return { name: 'live', latencyMs };
}

const ENDED: readonly StateName[] = ['connecting', 'probing', 'stalled', 'backoff', 'stopped', 'rejected'];
const hasEnded = (stream: Stream | null): boolean => stream !== null && ENDED.includes(stream.state);

function notFresh(sight: Sight): Face {
  const { stream, linkLost, pageNextTry } = sight;
  if (stream === null || linkLost) {
    const sentence = linkLost
      ? 'No picture arrives while Nightjar cannot be reached.'
      : 'Waiting for the first picture.';
    return linkLost ? { name: 'down', sentence, hint: null, nextTry: pageNextTry } : { name: 'opening', sentence };
  }
  switch (stream.state) {
    case 'unknown':
      return { name: 'opening', sentence: 'Nothing has been heard of this camera yet.' };
    case 'idle':
      return { name: 'opening', sentence: 'Asking the camera for its picture.' };
    case 'live':
      return { name: 'opening', sentence: opening(sight) };
    case 'connecting':
    case 'probing':
      return stream.attempt > 1 ? down(sight) : { name: 'opening', sentence: connecting(sight) };
    case 'stalled':
    case 'backoff':
    case 'rejected':
      return down(sight);
    case 'stopped':
      return { name: 'off', sentence: 'This stream is switched off.' };
  }
}

function opening({ trying, pageNextTry, now }: Sight): string {
  if (pageNextTry !== null && pageNextTry - now > 1500) {
    return `The camera is live, but its picture does not reach this page. Trying again ${inTime(pageNextTry, now)}.`;
  }
  return trying === 'webrtc' || trying === null ? 'Opening the picture.' : 'Opening the picture another way.';
}

function connecting({ stream, host }: Sight): string {
  if (stream?.state === 'probing') return 'The camera answered. Waiting for its first picture.';
  return host === null ? 'Connecting to the camera.' : `Connecting to ${host}.`;
}

function down(sight: Sight): Face {
  const { stream, host, cameraName, now } = sight;
  const since = stream?.since ?? null;
  const target = host ?? cameraName;
  let sentence = stream?.reason ?? null;
  if (sentence === null && stream?.state === 'stalled') {
    sentence = since === null ? 'No new picture arrives.' : `No new picture for ${duration(now - since)}.`;
  }
  sentence ??= `No picture from ${target}.`;
  const trying = stream?.state === 'connecting' || stream?.state === 'probing';
  if (trying)
    return { name: 'down', sentence: closed(`${closed(sentence)} Trying now`), hint: stream.hint, nextTry: null };
  return { name: 'down', sentence: closed(sentence), hint: stream?.hint ?? null, nextTry: stream?.nextTry ?? null };
}

/** "in 8 s", or "now" when it is due. */
export function inTime(at: number, now: number): string {
  return at - now < 500 ? 'now' : `in ${duration(at - now)}`;
}

export const closed = (sentence: string): string => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`);

export const TRANSPORT_WORDS: Readonly<Record<Transport, string>> = { webrtc: 'WebRTC', hls: 'HLS', mjpeg: 'MJPEG' };

export const FACE_WORDS: Readonly<Record<FaceName, string>> = {
  live: 'Live',
  behind: 'Behind',
  odd: 'Check',
  opening: 'Opening',
  down: 'No picture',
  off: 'Off',
};
