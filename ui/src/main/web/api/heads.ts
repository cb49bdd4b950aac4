// SPDX-License-Identifier: Apache-2.0
/** Reads what is said of heads. */
import type { Abilities, Answer, Bridge, BridgeNeed, Head, Patrol, Preset } from './model';
import { list, number, object, text, time } from './wire';

const NEEDS: readonly BridgeNeed[] = ['captcha', 'verify-code'];
const need = (value: unknown): BridgeNeed => NEEDS.find((candidate) => candidate === value) ?? 'nothing';

function abilities(value: unknown): Abilities {
  const json = object(value);
  const can = (name: string): boolean => json[name] === true;
  return {
    panTilt: can('panTilt'),
    zoom: can('zoom'),
    focus: can('focus'),
    steps: can('steps'),
    presets: can('presets'),
    savePresets: can('savePresets'),
    maxPresets: number(json['maxPresets']) ?? 0,
    home: can('home'),
    setHome: can('setHome'),
  };
}

export function head(value: unknown): Head {
  const json = object(value);
  return {
    camera: text(json['camera']) ?? '',
    driver: text(json['driver']),
    abilities: abilities(json['abilities']),
    leaseHolder: text(json['leaseHolder']),
    leaseUntil: time(json['leaseUntil']),
    moving: json['moving'] === true,
    preset: text(json['preset']),
    patrol: text(json['patrol']),
    patrolPaused: json['patrolPaused'] === true,
    bridgeNeeds: need(json['bridgeNeeds']),
    error: text(json['error']),
    reason: text(json['reason']),
    hint: text(json['hint']),
  };
}

export function answer(value: unknown): Answer {
  const json = object(value);
  return {
    camera: text(json['camera']) ?? '',
    press: number(json['press']) ?? 0,
    do: json['do'] === 'stop' ? 'stop' : 'hold',
    ok: json['ok'] === true,
    ms: json['renewed'] === true || json['ignored'] === true ? null : number(json['ms']),
    kind: text(json['kind'])?.toLowerCase().replace(/_/g, '-') ?? '',
    title: text(json['title']),
    detail: text(json['detail']),
    hint: text(json['hint']),
  };
}

export const presets = (value: unknown): readonly Preset[] =>
  list(object(value)['items'])
    .map(object)
    .flatMap((item) => {
      const token = text(item['token']);
      if (token === null) return [];
      return [{ token, name: text(item['name']) ?? token, picture: item['picture'] === true }];
    });

export const patrols = (value: unknown): readonly Patrol[] =>
  list(object(value)['items'])
    .map(object)
    .flatMap((item) => {
      const id = text(item['id']);
      if (id === null) return [];
      const steps = list(item['steps'])
        .map(object)
        .map((step) => ({ preset: text(step['preset']) ?? '', dwellSeconds: number(step['dwellSeconds']) ?? 0 }));
      return [
        {
          id,
          name: text(item['name']) ?? id,
          steps,
          resumeAfterSeconds: number(item['resumeAfterSeconds']),
          running: item['running'] === true,
        },
      ];
    });

export function bridge(value: unknown): Bridge {
  const json = object(value);
  return {
    device: text(json['device']) ?? text(json['id']) ?? '',
    needs: need(json['needs']),
    captcha:
      text(json['captcha'])?.match(/^data:image\/(?:png|jpeg|gif|svg\+xml);base64,[A-Za-z0-9+/=]+$/)?.[0] ?? null,
  };
}
