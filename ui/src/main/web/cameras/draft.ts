// SPDX-License-Identifier: Apache-2.0
import type { Audio, Camera, CameraDraft, CameraTransport, Role, StreamSpec, Vendor } from '../api/model';
import { ROLES } from '../api/model';
import { protocolsOf } from './settings';
import type { Way } from './settings';
import type { Tuning } from './tuning';
import { UNTUNED, tuned, tuningOf } from './tuning';

/** What the form holds: text as typed. */
export interface Form {
  readonly id: string;
  readonly name: string;
  readonly vendor: Vendor;
  readonly host: string;
  /** Which camera of a console or recorder. */
  readonly channel: string;
  /** Empty lets Nightjar find out. */
  readonly protocol: string;
  readonly audio: Audio;
  readonly main: StreamForm;
  readonly sub: StreamForm;
  readonly ptz: boolean;
  readonly head: HeadForm;
  /** By the names of services. */
  readonly ports: Readonly<Record<string, string>>;
  readonly doorbell: boolean;
  readonly hidden: boolean;
  readonly username: string;
  readonly password: string;
  readonly alias: string;
  readonly apiKey: string;
  /** For the camera's own commands, where that is another user than that of its streams. */
  readonly apiUser: string;
  readonly apiPassword: string;
  readonly forgetCredentials: boolean;
}

/** Text as typed; empty lets Nightjar find out, or leaves it. */
export interface HeadForm {
  readonly driver: string;
  readonly channel: string;
  readonly invertPan: boolean;
  readonly invertTilt: boolean;
  readonly homeAfterSeconds: string;
  readonly homePreset: string;
}

export interface StreamForm extends Tuning {
  readonly url: string;
  readonly transport: CameraTransport;
  readonly onDemand: boolean;
}

const EMPTY_HEAD: HeadForm = {
  driver: '',
  channel: '',
  invertPan: false,
  invertTilt: false,
  homeAfterSeconds: '',
  homePreset: '',
};

const EMPTY_STREAM: StreamForm = { url: '', transport: 'auto', onDemand: false, ...UNTUNED };

export const EMPTY: Form = {
  id: '',
  name: '',
  vendor: 'generic',
  host: '',
  channel: '',
  protocol: '',
  audio: 'off',
  main: { ...EMPTY_STREAM, onDemand: true },
  sub: EMPTY_STREAM,
  ptz: false,
  head: EMPTY_HEAD,
  ports: {},
  doorbell: false,
  hidden: false,
  username: '',
  password: '',
  alias: '',
  apiKey: '',
  apiUser: '',
  apiPassword: '',
  forgetCredentials: false,
};

const KNOWN_CAPABILITIES = ['streaming', 'ptz', 'doorbell'];

export function formOf(camera: Camera): Form {
  const stream = (role: Role): StreamForm => {
    const spec = camera.streams[role];
    if (spec === undefined) return EMPTY[role];
    return { url: spec.url ?? '', transport: spec.transport, onDemand: spec.onDemand, ...tuningOf(spec) };
  };
  return {
    ...EMPTY,
    id: camera.id,
    name: camera.name,
    vendor: camera.vendor,
    host: camera.host ?? '',
    channel: camera.channel ?? '',
    protocol: one(camera, (spec) => spec.protocol) ?? '',
    audio: one(camera, (spec) => spec.audio) ?? 'off',
    main: stream('main'),
    sub: stream('sub'),
    ptz: camera.capabilities.includes('ptz'),
    head: headOf(camera.ptz),
    ports: Object.fromEntries(Object.entries(camera.ports).map(([name, port]) => [name, String(port)])),
    doorbell: camera.capabilities.includes('doorbell'),
    hidden: camera.hidden,
  };
}

function headOf(ptz: Readonly<Record<string, unknown>>): HeadForm {
  const typed = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return {
    driver: typed(ptz['driver']),
    channel: typed(ptz['channel']),
    invertPan: ptz['invertPan'] === true,
    invertTilt: ptz['invertTilt'] === true,
    homeAfterSeconds: typed(ptz['homeAfterSeconds']),
    homePreset: typed(ptz['homePreset']),
  };
}

/** What the form says of the head; whatever it has no field for stays. */
function ptzOf(form: Form, before: Camera | null): Readonly<Record<string, unknown>> {
  if (!form.ptz) return before?.ptz ?? {};
  const { driver, channel, invertPan, invertTilt, homeAfterSeconds, homePreset } = form.head;
  const known = new Set(Object.keys(EMPTY_HEAD));
  const rest = Object.entries(before?.ptz ?? {}).filter(([name]) => !known.has(name));
  return {
    ...Object.fromEntries(rest),
    ...(driver === '' ? {} : { driver }),
    ...(channel.trim() === '' ? {} : { channel: Number(channel) }),
    ...(invertPan ? { invertPan } : {}),
    ...(invertTilt ? { invertTilt } : {}),
    ...(homeAfterSeconds.trim() === '' ? {} : { homeAfterSeconds: Number(homeAfterSeconds) }),
    ...(homePreset === '' ? {} : { homePreset }),
  };
}

function portsOf({ ports }: Form): Readonly<Record<string, unknown>> {
  const given = Object.entries(ports).filter(([, port]) => port.trim() !== '');
  return Object.fromEntries(given.map(([name, port]) => [name, Number(port)]));
}

/** What the large picture has, or the small one where there is no other. */
function one<T>(camera: Camera, of: (spec: StreamSpec) => T): T | undefined {
  const spec = camera.streams.main ?? camera.streams.sub;
  return spec === undefined ? undefined : of(spec);
}

/** @param before the camera as it is, whose parts that the form does not show are kept */
export function draftOf(form: Form, before: Camera | null): CameraDraft {
  const streams: Partial<Record<Role, Readonly<Record<string, unknown>>>> = {};
  const was = before === null ? null : formOf(before);
  for (const role of ROLES) {
    const { url, transport, onDemand } = form[role];
    const known = before?.streams[role];
    if (url.trim() === '' && known === undefined && form.vendor === 'generic') continue;
    if (!hasStream(form, role)) continue;
    streams[role] = {
      ...known?.more,
      url: url.trim() || null,
      transport,
      onDemand,
      enabled: known?.enabled ?? true,
      protocol: protocolOf(form, role, before) || null,
      // The two may differ where somebody said so elsewhere; a choice made here is for both.
      audio: known !== undefined && form.audio === was?.audio ? known.audio : form.audio,
      ...tuned(form[role], wayOf(form, role, before), known),
    };
  }
  const rest = (before?.capabilities ?? ['streaming']).filter(
    (name) => name === 'streaming' || !KNOWN_CAPABILITIES.includes(name),
  );
  const draft: CameraDraft = {
    id: form.id.trim(),
    name: form.name.trim() || form.id.trim(),
    vendor: form.vendor,
    host: form.host.trim() || null,
    device: before?.device ?? null,
    channel: form.channel.trim() || null,
    streams,
    capabilities: [...rest, ...(form.ptz ? ['ptz'] : []), ...(form.doorbell ? ['doorbell'] : [])],
    ptz: ptzOf(form, before),
    ports: portsOf(form),
    hidden: form.hidden,
  };
  if (form.forgetCredentials) return { ...draft, credentials: null };
  const credentials = credentialsOf(form);
  return Object.keys(credentials).length === 0 ? draft : { ...draft, credentials };
}

/** A camera with one address has one stream. */
export const hasStream = (form: Form, role: Role): boolean =>
  form.vendor !== 'generic' || form[role].url.trim() !== '' || form[other(role)].url.trim() === '';

/** The two may differ where somebody said so elsewhere; a choice made here is for both. Empty finds out. */
function protocolOf(form: Form, role: Role, before: Camera | null): string {
  const known = before?.streams[role];
  const kept = before !== null && known !== undefined && form.protocol === formOf(before).protocol;
  return kept ? (known.protocol ?? '') : form.protocol;
}

/** @param before the camera as it is */
export function wayOf(form: Form, role: Role, before: Camera | null): Way {
  const { url, transport } = form[role];
  const tcpOnly = transport === 'tcp' || form.vendor === 'eufy' || form.vendor === 'unifi';
  return { protocols: protocolsOf(url, protocolOf(form, role, before)), udp: !tcpOnly && !url.startsWith('rtsps:') };
}

/** Makes whose own commands may have a user of their own. */
export const hasCommandUser = ({ vendor }: Form): boolean => vendor === 'reolink' || vendor === 'amcrest';

function credentialsOf(form: Form): Readonly<Record<string, string>> {
  const { vendor, username, password, alias, apiKey, apiUser, apiPassword } = form;
  const typed = username === '' && password === '' ? {} : { username, password };
  if (hasCommandUser(form)) {
    return {
      ...typed,
      ...(apiUser.trim() === '' ? {} : { apiUser: apiUser.trim() }),
      ...(apiPassword === '' ? {} : { apiPassword }),
    };
  }
  if (vendor !== 'unifi') return typed;
  return {
    ...typed,
    ...(alias.trim() === '' ? {} : { alias: alias.trim() }),
    ...(apiKey.trim() === '' ? {} : { apiKey: apiKey.trim() }),
  };
}

const other = (role: Role): Role => (role === 'main' ? 'sub' : 'main');

/** The form for a camera that was found in the network: what was typed already stays. */
export function formOfFound(camera: Camera, typed: Form): Form {
  const name = typed.name.trim() === '' ? camera.name : typed.name;
  return {
    ...formOf({ ...camera, name }),
    id: typed.id.trim() === '' ? slug(name) : typed.id,
    username: typed.username,
    password: typed.password,
    apiUser: typed.apiUser,
    apiPassword: typed.apiPassword,
  };
}

/** An id from a name: "Back yard (2)" becomes "back-yard-2". */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
}
