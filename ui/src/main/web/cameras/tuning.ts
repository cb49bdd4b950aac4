// SPDX-License-Identifier: Apache-2.0
import type { StreamSpec } from '../api/model';
import type { InputSetting, Way } from './settings';
import { INPUT_SETTINGS, VIDEO_SETTINGS, isLocalCamera, isRecording, mistakeIn, shown, stored } from './settings';

/** What only few streams need, as typed: empty leaves it to Nightjar. */
export interface Tuning {
  /** Further addresses, one in each line. */
  readonly alternatives: string;
  readonly video: VideoForm;
  /** By the names of the settings. */
  readonly input: Readonly<Record<string, string>>;
}

export interface VideoForm {
  /** False sends the picture on as it comes. */
  readonly encode: boolean;
  readonly encoder: string;
  /** By the names of the settings. */
  readonly numbers: Readonly<Record<string, string>>;
}

export const UNTUNED: Tuning = {
  alternatives: '',
  video: { encode: false, encoder: 'auto', numbers: {} },
  input: {},
};

/** As many as the server takes. */
const MOST_ALTERNATIVES = 16;
const FORMAT = 'pixelFormat';
const PACE = 'realtime';

export function tuningOf({ alternatives, video, input }: StreamSpec): Tuning {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    alternatives: alternatives.join('\n'),
    video: {
      encode: video !== null,
      encoder: text(video?.['encoder']) || 'auto',
      numbers: given(VIDEO_SETTINGS.map((setting) => [setting.name, shown(setting, video?.[setting.name])])),
    },
    input: given([
      ...INPUT_SETTINGS.map((setting) => [setting.name, shown(setting, input[setting.name])] as const),
      [FORMAT, text(input[FORMAT])],
      [PACE, input[PACE] === true ? 'true' : ''],
    ]),
  };
}

/** @param known the stream as it is, whose settings that the form does not know are kept */
export function tuned(form: Tuning, way: Way, known: StreamSpec | undefined): Readonly<Record<string, unknown>> {
  const alternatives = addresses(form);
  const input = { ...unknown(known?.input, INPUT_NAMES), ...inputOf(form, way) };
  return {
    ...(alternatives.length === 0 ? {} : { alternatives }),
    video: form.video.encode ? { ...unknown(known?.video, VIDEO_NAMES), ...videoOf(form.video) } : 'copy',
    ...(Object.keys(input).length === 0 ? {} : { input }),
  };
}

const INPUT_NAMES = [...INPUT_SETTINGS.map(({ name }) => name), FORMAT, PACE];
const VIDEO_NAMES = [...VIDEO_SETTINGS.map(({ name }) => name), 'encoder'];

/** The settings that can be made for a stream that is reached like this. */
export function offered(form: Tuning, way: Way): readonly InputSetting[] {
  return INPUT_SETTINGS.filter(
    (setting) => setting.allowed(way) && (setting.useful(way) || (form.input[setting.name] ?? '') !== ''),
  );
}

export const isTuned = (form: Tuning): boolean =>
  form.video.encode || form.alternatives.trim() !== '' || Object.values(form.input).some((text) => text.trim() !== '');

/** @param path of the stream in the camera object */
export function tuningMistakes(form: Tuning, way: Way, path: string): readonly (readonly [string, string])[] {
  const found: (readonly [string, string | null])[] = [[`${path}.alternatives`, wrongAddress(form)]];
  if (form.video.encode) {
    for (const setting of VIDEO_SETTINGS) {
      found.push([`${path}.video.${setting.name}`, mistakeIn(setting, form.video.numbers[setting.name] ?? '')]);
    }
  }
  for (const setting of offered(form, way)) {
    found.push([`${path}.input.${setting.name}`, mistakeIn(setting, form.input[setting.name] ?? '')]);
  }
  return found.flatMap(([field, text]) => (text === null ? [] : [[field, text] as const]));
}

export const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text);

function wrongAddress(form: Tuning): string | null {
  const lines = addresses(form);
  if (lines.length > MOST_ALTERNATIVES) return `Give at most ${MOST_ALTERNATIVES} addresses.`;
  return lines.every(isAddress) ? null : 'Each line is an address that begins like rtsp:// and has no spaces.';
}

const addresses = ({ alternatives }: Tuning): readonly string[] =>
  alternatives
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function videoOf({ encoder, numbers }: VideoForm): Readonly<Record<string, unknown>> {
  const values = VIDEO_SETTINGS.map((setting) => [setting.name, stored(setting, numbers[setting.name] ?? '')] as const);
  return { ...Object.fromEntries(values.filter(([, value]) => value !== undefined)), encoder };
}

function inputOf({ input }: Tuning, way: Way): Readonly<Record<string, unknown>> {
  const values = INPUT_SETTINGS.filter(({ allowed }) => allowed(way)).map(
    (setting) => [setting.name, stored(setting, input[setting.name] ?? '')] as const,
  );
  const format = (input[FORMAT] ?? '').trim();
  return {
    ...Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    ...(format !== '' && isLocalCamera(way) ? { [FORMAT]: format } : {}),
    ...(input[PACE] === 'true' && isRecording(way) ? { [PACE]: true } : {}),
  };
}

const given = (entries: readonly (readonly [string, string])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(entries.filter(([, text]) => text !== ''));

const unknown = (
  object: Readonly<Record<string, unknown>> | null | undefined,
  names: readonly string[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(object ?? {}).filter(([name]) => !names.includes(name)));
