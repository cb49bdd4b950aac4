// SPDX-License-Identifier: Apache-2.0
/** The gateway's objects as the page uses them: times are epoch milliseconds, absent is null. */

export const ROLES = ['main', 'sub'] as const;
export type Role = (typeof ROLES)[number];

/** `unknown`: nothing recent was heard of the stream. */
export const STATES = [
  'unknown',
  'idle',
  'connecting',
  'probing',
  'live',
  'stalled',
  'backoff',
  'stopped',
  'rejected',
] as const;
export type StateName = (typeof STATES)[number];

export const VENDORS = ['generic', 'onvif', 'reolink', 'amcrest', 'eufy', 'unifi'] as const;
export type Vendor = (typeof VENDORS)[number];

export const TRANSPORTS = ['auto', 'tcp', 'udp'] as const;
export type CameraTransport = (typeof TRANSPORTS)[number];

export const AUDIOS = ['off', 'opus', 'copy'] as const;
export type Audio = (typeof AUDIOS)[number];

export interface StreamSpec {
  readonly url: string | null;
  /** How the camera is reached; null lets Nightjar find out. */
  readonly protocol: string | null;
  readonly transport: CameraTransport;
  readonly onDemand: boolean;
  readonly enabled: boolean;
  readonly audio: Audio;
  /** Further addresses of the same picture, in the order in which they are tried. */
  readonly alternatives: readonly string[];
  /** How the picture is encoded again; null sends it on as it comes. */
  readonly video: Readonly<Record<string, unknown>> | null;
  /** How the camera is opened and read, where that is not left to Nightjar. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What this page has no field for; it goes back as it came. */
  readonly more: Readonly<Record<string, unknown>>;
}

export interface Camera {
  readonly id: string;
  readonly name: string;
  readonly vendor: Vendor;
  readonly host: string | null;
  readonly device: string | null;
  readonly channel: string | null;
  readonly streams: Readonly<Partial<Record<Role, StreamSpec>>>;
  readonly capabilities: readonly string[];
  readonly ptz: Readonly<Record<string, unknown>>;
  readonly ports: Readonly<Record<string, unknown>>;
  readonly hidden: boolean;
  readonly origin: 'file' | 'api';
  readonly editable: boolean;
  readonly hasCredentials: boolean;
}

/** How one stream is, as its ingest process measured it. */
export interface Stream {
  readonly camera: string;
  readonly role: Role;
  readonly state: StateName;
  readonly since: number | null;
  readonly at: number | null;
  readonly servedBy: Role | null;
  readonly error: string | null;
  readonly reason: string | null;
  readonly hint: string | null;
  readonly nextTry: number | null;
  readonly attempt: number;
  readonly restarts: number;
  readonly codec: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly fps: number | null;
  readonly bitrate: number | null;
  readonly protocol: string | null;
  readonly transport: string | null;
  /** What a person should know although all is well. */
  readonly remark: string | null;
  readonly bFrames: boolean;
  readonly frozen: boolean;
  readonly black: boolean;
  readonly readers: number;
}

export interface Session {
  readonly username: string;
  readonly roles: readonly string[];
  readonly expiresAt: number | null;
}

export interface Service {
  readonly name: string;
  readonly state: string;
  readonly detail: string | null;
}

export interface Status {
  readonly version: string | null;
  readonly kafka: string | null;
  readonly services: readonly Service[];
  /** Sentences about the configuration, for administrators. */
  readonly problems: readonly string[];
  /** Whatever else the gateway tells, as plain text. */
  readonly facts: readonly (readonly [string, string])[];
}

/** What the page sends to add or change a camera. Credentials travel in this direction only. */
export interface CameraDraft {
  readonly id: string;
  readonly name: string;
  readonly vendor: Vendor;
  readonly host: string | null;
  readonly device: string | null;
  readonly channel: string | null;
  readonly streams: Readonly<Partial<Record<Role, Readonly<Record<string, unknown>>>>>;
  readonly capabilities: readonly string[];
  readonly ptz: Readonly<Record<string, unknown>>;
  readonly ports: Readonly<Record<string, unknown>>;
  readonly hidden: boolean;
  /** Absent keeps what is stored, null takes it away. */
  readonly credentials?: Readonly<Record<string, string>> | null;
}

/** How a camera did when it was tried out, step by step. */
export interface Trial {
  readonly ok: boolean;
  readonly steps: readonly TrialStep[];
  readonly streams: readonly TrialStream[];
  /** A data address. */
  readonly picture: string | null;
  /** What to know about all of it, such as that a stored password was not used. */
  readonly remark: string | null;
}

export interface TrialStep {
  readonly step: string;
  readonly ok: boolean;
  readonly detail: string | null;
  readonly hint: string | null;
}

export interface TrialStream {
  readonly role: Role | null;
  readonly codec: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly fps: number | null;
  readonly protocol: string | null;
}

/** A camera that answered in the network. */
export interface Found {
  readonly address: string;
  readonly name: string | null;
  readonly model: string | null;
  readonly known: boolean;
  readonly camera: Camera;
}

export interface PictureWish {
  readonly camera: string;
  readonly role: Role;
  readonly fps: number;
  readonly width: number;
}

/** How fast a head is to go, each from -1 to 1: right, up, closer and far are positive. */
export interface Wish {
  readonly pan: number;
  readonly tilt: number;
  readonly zoom: number;
  readonly focus: number;
}

/** What a person wants of a head while a button is held, and when it is let go. Presses of a page are numbered. */
export type Order =
  | ({ readonly type: 'ptz'; readonly camera: string; readonly do: 'hold'; readonly press: number } & Wish)
  | { readonly type: 'ptz'; readonly camera: string; readonly do: 'stop'; readonly press: number };

/** What became of an order. */
export interface Answer {
  readonly camera: string;
  readonly press: number;
  readonly do: 'hold' | 'stop';
  readonly ok: boolean;
  /** From the order's arrival to the camera's answer; null where nothing had to be sent. */
  readonly ms: number | null;
  readonly kind: string;
  readonly title: string | null;
  readonly detail: string | null;
  readonly hint: string | null;
}

/** What a head can do. */
export interface Abilities {
  readonly panTilt: boolean;
  readonly zoom: boolean;
  readonly focus: boolean;
  readonly steps: boolean;
  readonly presets: boolean;
  readonly savePresets: boolean;
  readonly maxPresets: number;
  readonly home: boolean;
  readonly setHome: boolean;
}

export type BridgeNeed = 'nothing' | 'captcha' | 'verify-code';

/** A head as the service that moves it tells. */
export interface Head {
  readonly camera: string;
  readonly driver: string | null;
  readonly abilities: Abilities;
  readonly leaseHolder: string | null;
  readonly leaseUntil: number | null;
  readonly moving: boolean;
  readonly preset: string | null;
  readonly patrol: string | null;
  readonly patrolPaused: boolean;
  readonly bridgeNeeds: BridgeNeed;
  readonly error: string | null;
  readonly reason: string | null;
  readonly hint: string | null;
}

export interface Preset {
  /** The camera's own word for it, whatever that contains. */
  readonly token: string;
  readonly name: string;
  readonly picture: boolean;
}

export interface PatrolStep {
  readonly preset: string;
  readonly dwellSeconds: number;
}

export interface Patrol {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly PatrolStep[];
  readonly resumeAfterSeconds: number | null;
  readonly running: boolean;
}

/** A vendor's bridge, and what it asks for before it works. */
export interface Bridge {
  readonly device: string;
  readonly needs: BridgeNeed;
  /** A data address. */
  readonly captcha: string | null;
}

export type ToServer =
  | { readonly type: 'hello'; readonly since: string | null }
  | { readonly type: 'pictures'; readonly want: readonly PictureWish[] }
  | { readonly type: 'ping'; readonly t: number }
  | Order;

export type FromServer =
  | {
      readonly type: 'snapshot';
      readonly cameras: readonly Camera[];
      readonly streams: readonly Stream[];
      readonly heads: readonly Head[];
    }
  | { readonly type: 'camera'; readonly camera: Camera }
  | { readonly type: 'camera-removed'; readonly id: string }
  | { readonly type: 'stream'; readonly stream: Stream }
  | { readonly type: 'ptz'; readonly head: Head }
  | { readonly type: 'ptz-removed'; readonly camera: string }
  | { readonly type: 'ptz-answer'; readonly answer: Answer }
  | { readonly type: 'pong'; readonly t: number; readonly now: number }
  | { readonly type: 'bye'; readonly reason: string };

export interface Picture {
  readonly camera: string;
  readonly role: Role;
  readonly at: number;
  readonly jpeg: Uint8Array<ArrayBuffer>;
}

export const streamKey = (camera: string, role: Role): string => `${camera}/${role}`;
