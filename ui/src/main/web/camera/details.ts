// SPDX-License-Identifier: Apache-2.0
import type { Head, Stream } from '../api/model';
import type { StreamPlayer } from '../player/stream-player';
import { TRANSPORT_WORDS } from '../words/face';
import { exact } from '../words/times';
import type { Timing } from '../ptz/desk';
import { DRIVER_WORDS, PROTOCOL_WORDS } from '../words/vendors';

export type Fact = readonly [name: string, value: string];

/** How the head did with the last orders of this page. */
export function headFacts(head: Head, { driver, moveMs, stopMs }: Timing): readonly Fact[] {
  const spoken = head.driver ?? driver;
  const facts: (Fact | null)[] = [
    ['Moved by', spoken === null ? 'not found out yet' : (DRIVER_WORDS[spoken] ?? spoken)],
    fact('Last move answered in', moveMs, (ms) => `${Math.round(ms)} ms`),
    fact('Last stop answered in', stopMs, (ms) => `${Math.round(ms)} ms`),
    fact('Error', head.error, String),
    fact('Reason', head.reason, String),
    fact('Try this', head.hint, String),
  ];
  return facts.filter((entry) => entry !== null);
}

/** The technical side of one stream, for reading and for copying into a report. */
export function detailsOf(stream: Stream | null, player: StreamPlayer): readonly Fact[] {
  return [...serverFacts(stream), ...pageFacts(player)];
}

function serverFacts(stream: Stream | null): readonly Fact[] {
  if (stream === null) return [['State', 'unknown: Nightjar says nothing of this stream']];
  const facts: (Fact | null)[] = [
    ['State', stream.state],
    fact('Since', stream.since, exact),
    stream.servedBy === null || stream.servedBy === stream.role ? null : ['Served by', stream.servedBy],
    fact('Error', stream.error, String),
    fact('Reason', stream.reason, String),
    fact('Try this', stream.hint, String),
    stream.attempt > 0 ? ['Attempt', String(stream.attempt)] : null,
    ['Restarts', String(stream.restarts)],
    fact('Codec', stream.codec, (codec) => (stream.bFrames ? `${codec}, B-frames` : codec)),
    stream.width === null || stream.height === null ? null : ['Size', `${stream.width} × ${stream.height}`],
    fact('Frame rate', stream.fps, (fps) => `${fps.toFixed(1)} fps`),
    fact('Bit rate', stream.bitrate, (bitrate) => `${Math.round(bitrate / 1000)} kbit/s`),
    fact('From the camera by', wayIn(stream), String),
    fact('Remark', stream.remark, String),
    ['Viewers', String(stream.readers)],
  ];
  return facts.filter((entry) => entry !== null);
}

function wayIn({ protocol, transport }: Stream): string | null {
  const words = [
    protocol === null ? null : (PROTOCOL_WORDS[protocol] ?? protocol.toUpperCase()),
    transport?.toUpperCase(),
  ];
  return words.filter((word) => word !== null && word !== undefined).join(', ') || null;
}

function pageFacts(player: StreamPlayer): readonly Fact[] {
  const latency = player.latencyMs();
  const facts: (Fact | null)[] = [
    ['To this page by', player.transport === null ? 'nothing yet' : TRANSPORT_WORDS[player.transport]],
    latency === null ? null : ['Behind the camera', `${Math.round(latency)} ms`],
    ['Shown', `${Math.round(player.fps(performance.now()))} fps, ${player.framesPresented} frames`],
    fact('First picture after', player.firstFrameMs, (ms) => `${Math.round(ms)} ms`),
    fact('Last failure here', player.lastFailure, String),
  ];
  return facts.filter((entry) => entry !== null);
}

function fact<T>(name: string, value: T | null, words: (value: T) => string): Fact | null {
  return value === null ? null : [name, words(value)];
}

export const asText = (title: string, facts: readonly Fact[]): string =>
  [title, ...facts.map(([name, value]) => `${name}: ${value}`)].join('\n');
