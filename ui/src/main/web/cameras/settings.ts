// SPDX-License-Identifier: Apache-2.0

/** A number that may be set, as people read it and within what the server takes. */
export interface NumberSetting {
  /** In the camera object. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What holds while it is empty, where that is one number. */
  readonly usual?: string;
  /** So many of the object's units are one of those that are shown. */
  readonly unit: number;
  /** In the units that are shown. */
  readonly least: number;
  readonly most: number;
  /** The object holds whole numbers only. */
  readonly whole: boolean;
  readonly even?: boolean;
}

/** How a stream is reached, as far as the form tells. */
export interface Way {
  /** More than one where an http address has not been looked at yet. */
  readonly protocols: readonly string[];
  readonly udp: boolean;
}

export interface InputSetting extends NumberSetting {
  /** Elsewhere the server refuses or ignores it. */
  readonly allowed: (way: Way) => boolean;
  /** Elsewhere it changes nothing, and is shown only where somebody set it. */
  readonly useful: (way: Way) => boolean;
}

const HTTP = ['flv', 'mjpeg', 'snapshot', 'hls'];

const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  rtsp: ['rtsp'],
  rtsps: ['rtsp'],
  rtmp: ['rtmp'],
  rtmps: ['rtmp'],
  srt: ['srt'],
  v4l2: ['v4l2'],
  file: ['file'],
  http: HTTP,
  https: HTTP,
};

/** @param protocol as somebody chose it; empty to find out */
export function protocolsOf(url: string, protocol: string): readonly string[] {
  if (protocol !== '') return [protocol];
  const scheme = /^([a-z0-9]+):/i.exec(url.trim())?.[1]?.toLowerCase();
  return scheme === undefined ? ['rtsp'] : (SCHEMES[scheme] ?? []);
}

const over =
  (...some: readonly string[]) =>
  ({ protocols }: Way): boolean =>
    protocols.some((protocol) => some.includes(protocol));
const anywhere = (): boolean => true;

/** Single pictures and local cameras are asked for a size and a rate; other streams come as the camera is set up. */
const asked = over('snapshot', 'v4l2');
/** Pictures over HTTP show what they are by themselves. */
const lookedAt = over('rtsp', 'rtmp', 'flv', 'hls', 'srt', 'neolink', 'v4l2', 'file');

export const isLocalCamera = over('v4l2');
export const isRecording = over('file');

const SIDE = { unit: 1, least: 16, most: 8192, whole: true };

export const INPUT_SETTINGS: readonly InputSetting[] = [
  { ...SIDE, name: 'width', label: 'Width to ask for', usual: 'as it comes', allowed: asked, useful: asked },
  { ...SIDE, name: 'height', label: 'Height to ask for', usual: 'as it comes', allowed: asked, useful: asked },
  {
    name: 'fps',
    label: 'Pictures a second to ask for',
    unit: 1,
    least: 0.1,
    most: 120,
    whole: false,
    allowed: asked,
    useful: asked,
  },
  {
    name: 'openTimeoutMs',
    label: 'Seconds until it must have begun',
    hint: 'After that this try counts as failed.',
    unit: 1000,
    least: 0.5,
    most: 120,
    whole: true,
    allowed: anywhere,
    useful: anywhere,
  },
  {
    name: 'readTimeoutMs',
    label: 'Seconds without a picture until it is lost',
    hint: 'After that Nightjar connects anew.',
    unit: 1000,
    least: 0.5,
    most: 120,
    whole: true,
    allowed: anywhere,
    useful: anywhere,
  },
  {
    name: 'reconnectDelaySeconds',
    label: 'Seconds to wait, at most, before asking again',
    hint: 'When an answer breaks off in the middle.',
    unit: 1,
    least: 0,
    most: 300,
    whole: true,
    allowed: over(...HTTP),
    useful: over('flv', 'hls'),
  },
  {
    name: 'maxDelayMicros',
    label: 'Milliseconds to wait for late packets',
    hint: 'For UDP: more is smoother and later.',
    unit: 1000,
    least: 0,
    most: 60_000,
    whole: true,
    allowed: anywhere,
    useful: (way) => way.udp && over('rtsp', 'neolink')(way),
  },
  {
    name: 'bufferBytes',
    label: 'Bytes to hold from the network',
    hint: 'More loses less when the machine is busy.',
    unit: 1,
    least: 1024,
    most: 67_108_864,
    whole: true,
    allowed: anywhere,
    useful: over('rtsp', 'neolink', 'srt', 'flv', 'hls'),
  },
  {
    name: 'probeMicros',
    label: 'Milliseconds to look at it first',
    hint: 'To find its formats; more helps cameras that are slow to tell.',
    unit: 1000,
    least: 0,
    most: 60_000,
    whole: true,
    allowed: anywhere,
    useful: lookedAt,
  },
  {
    name: 'probeBytes',
    label: 'Bytes to look at first',
    hint: 'Whichever of the two is reached first ends the look.',
    unit: 1,
    least: 1024,
    most: 67_108_864,
    whole: true,
    allowed: anywhere,
    useful: lookedAt,
  },
  {
    name: 'frameSkip',
    label: 'Pictures to skip for stills',
    hint: 'Spares work: with 2, every third picture is made into a still.',
    usual: '0',
    unit: 1,
    least: 0,
    most: 1000,
    whole: true,
    allowed: anywhere,
    useful: anywhere,
  },
  {
    name: 'highWatermark',
    label: 'Packets that may queue up',
    hint: 'With more, pictures are left out so that it stays live.',
    unit: 1,
    least: 8,
    most: 100_000,
    whole: true,
    allowed: anywhere,
    useful: anywhere,
  },
];

export const VIDEO_SETTINGS: readonly NumberSetting[] = [
  { ...SIDE, name: 'width', label: 'Width', usual: 'the camera\u2019s', even: true },
  {
    ...SIDE,
    name: 'height',
    label: 'Height',
    usual: 'the camera\u2019s',
    hint: 'With one of the two given the other follows.',
    even: true,
  },
  {
    name: 'fps',
    label: 'Pictures a second, at most',
    usual: 'the camera\u2019s',
    unit: 1,
    least: 0.5,
    most: 120,
    whole: false,
  },
  {
    name: 'bitrateKbps',
    label: 'Kilobits a second',
    usual: 'what suits the size',
    unit: 1,
    least: 16,
    most: 100_000,
    whole: true,
  },
  {
    name: 'keyFrameSeconds',
    label: 'Seconds between key frames',
    usual: '1',
    hint: 'A viewer who joins waits so long for the first picture.',
    unit: 1,
    least: 0.1,
    most: 2,
    whole: false,
  },
];

export const ENCODERS: readonly (readonly [name: string, label: string])[] = [
  ['auto', 'Find out (recommended)'],
  ['hardware', 'The graphics hardware'],
  ['software', 'The processor'],
];

/** As it is shown; empty for what is not set. */
export function shown({ unit }: NumberSetting, stored: unknown): string {
  return typeof stored === 'number' ? String(stored / unit) : '';
}

/** As the object holds it; undefined for what is not set. */
export function stored({ unit, whole }: NumberSetting, text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const value = Number(text) * unit;
  return whole ? Math.round(value) : value;
}

/** What is wrong with a number as it was typed; null for nothing. */
export function mistakeIn({ unit, least, most, whole, even }: NumberSetting, text: string): string | null {
  if (text.trim() === '') return null;
  const value = Number(text);
  const wholly = whole && unit === 1;
  if (Number.isNaN(value) || value < least || value > most || (wholly && !Number.isInteger(value))) {
    return `Use a ${wholly ? 'whole ' : ''}number from ${least} to ${most}.`;
  }
  return even === true && value % 2 !== 0 ? 'Use an even number.' : null;
}
