// SPDX-License-Identifier: Apache-2.0
/** Reads what arrives. Unknown fields and messages are tolerated; missing ones get a safe value. */
import { answer, head } from './heads';
import type { Audio, Camera, CameraTransport, Found, FromServer, Picture, Role, Service, Session } from './model';
import type { StateName, Status, Stream, StreamSpec, Trial, Vendor } from './model';
import { AUDIOS, ROLES, STATES, TRANSPORTS, VENDORS } from './model';

type Json = Readonly<Record<string, unknown>>;

export const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const strings = (value: unknown): readonly string[] => list(value).filter((entry) => typeof entry === 'string');
export const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** Times come as ISO text or as epoch milliseconds. */
export function time(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? null : parsed;
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, otherwise: T): T {
  const folded = typeof value === 'string' ? value.toLowerCase() : '';
  return allowed.find((candidate) => candidate === folded) ?? otherwise;
}

const role = (value: unknown): Role | null => ROLES.find((candidate) => candidate === value) ?? null;

function streamSpec(value: unknown): StreamSpec {
  const { url, protocol, transport, onDemand, enabled, audio, alternatives, video, input, ...more } = object(value);
  return {
    url: text(url),
    protocol: text(protocol),
    transport: oneOf<CameraTransport>(TRANSPORTS, transport, 'auto'),
    onDemand: onDemand === true,
    enabled: enabled !== false,
    audio: oneOf<Audio>(AUDIOS, audio, 'off'),
    alternatives: strings(alternatives),
    video: typeof video === 'object' && video !== null ? object(video) : null,
    input: object(input),
    more,
  };
}

export function camera(value: unknown): Camera {
  const json = object(value);
  const streams = object(json['streams']);
  const id = text(json['id']) ?? '';
  const given: Partial<Record<Role, StreamSpec>> = {};
  for (const name of ROLES) {
    if (streams[name] !== undefined && streams[name] !== null) given[name] = streamSpec(streams[name]);
  }
  const origin = json['origin'] === 'file' ? 'file' : 'api';
  return {
    id,
    name: text(json['name']) ?? id,
    vendor: oneOf<Vendor>(VENDORS, json['vendor'], 'generic'),
    host: text(json['host']),
    device: text(json['device']),
    channel: text(json['channel']),
    streams: given,
    capabilities: strings(json['capabilities']),
    ptz: object(json['ptz']),
    ports: object(json['ports']),
    hidden: json['hidden'] === true,
    origin,
    editable: json['editable'] === true,
    hasCredentials: json['hasCredentials'] === true,
  };
}

export function stream(value: unknown): Stream {
  const json = object(value);
  return {
    camera: text(json['camera']) ?? '',
    role: role(json['role']) ?? 'sub',
    state: oneOf<StateName>(STATES, json['state'], 'unknown'),
    since: time(json['since']),
    at: time(json['at']),
    servedBy: role(json['servedBy']),
    error: text(json['error']),
    reason: text(json['reason']),
    hint: text(json['hint']),
    nextTry: time(json['nextTry']),
    attempt: number(json['attempt']) ?? 0,
    restarts: number(json['restarts']) ?? 0,
    codec: text(json['codec']),
    width: number(json['width']),
    height: number(json['height']),
    fps: number(json['fps']),
    bitrate: number(json['bitrate']),
    protocol: text(json['protocol']),
    transport: text(json['transport']),
    remark: text(json['remark']),
    bFrames: json['bFrames'] === true,
    frozen: json['frozen'] === true,
    black: json['black'] === true,
    readers: number(json['readers']) ?? 0,
  };
}

export function trial(value: unknown): Trial {
  const json = object(value);
  return {
    ok: json['ok'] === true,
    steps: list(json['steps'])
      .map(object)
      .map((step) => ({
        step: text(step['step']) ?? '',
        ok: step['ok'] === true,
        detail: text(step['detail']),
        hint: text(step['hint']),
      })),
    streams: list(json['streams'])
      .map(object)
      .map((found) => ({
        role: role(found['role']),
        codec: text(found['codec']),
        width: number(found['width']),
        height: number(found['height']),
        fps: number(found['fps']),
        protocol: text(found['protocol']),
      })),
    picture: text(json['picture'])?.match(/^data:image\/jpeg;base64,[A-Za-z0-9+/=]+$/)?.[0] ?? null,
    remark: text(json['remark']),
  };
}

export function found(value: unknown): readonly Found[] {
  return list(object(value)['items'])
    .map(object)
    .map((item) => ({
      address: text(item['address']) ?? '',
      name: text(item['name']),
      model: text(item['model']),
      known: item['known'] === true,
      camera: camera(item['camera']),
    }));
}

export function session(value: unknown): Session {
  const json = object(value);
  return {
    username: text(json['username']) ?? '',
    roles: strings(json['roles']),
    expiresAt: time(json['expiresAt']),
  };
}

function service(value: unknown): Service {
  const json = object(value);
  return {
    name: text(json['name']) ?? 'unnamed',
    state: text(json['state']) ?? 'unknown',
    detail: text(json['detail']),
  };
}

const plain = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;

export function status(value: unknown): Status {
  const { version, kafka, services, problems, ...rest } = object(value);
  const facts = Object.entries(rest).flatMap(([name, fact]) => {
    const shown = plain(fact);
    return shown === null ? [] : [[name, shown] as const];
  });
  return {
    version: text(version),
    kafka: text(kafka),
    services: list(services).map(service),
    problems: strings(problems),
    facts,
  };
}

/** A message of /api/live, or null for one this page does not know. */
export function message(raw: string): FromServer | null {
  const json = object(JSON.parse(raw));
  switch (json['type']) {
    case 'snapshot':
      return {
        type: 'snapshot',
        cameras: list(json['cameras']).map(camera),
        streams: list(json['streams']).map(stream),
        heads: list(json['heads']).map(head),
      };
    case 'camera':
      return { type: 'camera', camera: camera(json['camera']) };
    case 'camera-removed':
      return { type: 'camera-removed', id: text(json['id']) ?? '' };
    case 'stream':
      return { type: 'stream', stream: stream(json['stream']) };
    case 'ptz':
      return { type: 'ptz', head: head(json['head']) };
    case 'ptz-removed':
      return { type: 'ptz-removed', camera: text(json['camera']) ?? '' };
    case 'ptz-answer':
      return { type: 'ptz-answer', answer: answer(json) };
    case 'pong':
      return { type: 'pong', t: number(json['t']) ?? 0, now: number(json['now']) ?? 0 };
    case 'bye':
      return { type: 'bye', reason: text(json['reason']) ?? '' };
    default:
      return null;
  }
}

/** A picture: two bytes of header length, the header as JSON, then the JPEG. */
export function picture(data: ArrayBuffer): Picture | null {
  if (data.byteLength < 2) return null;
  const length = new DataView(data).getUint16(0);
  if (data.byteLength < 2 + length) return null;
  const header = object(JSON.parse(new TextDecoder().decode(new Uint8Array(data, 2, length))));
  const of = role(header['role']);
  const name = text(header['camera']);
  if (of === null || name === null) return null;
  return { camera: name, role: of, at: number(header['at']) ?? 0, jpeg: new Uint8Array(data, 2 + length) };
}
