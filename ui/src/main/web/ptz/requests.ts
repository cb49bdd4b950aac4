// SPDX-License-Identifier: Apache-2.0
import { bridge, patrols, presets } from '../api/heads';
import type { Api } from '../api/http';
import { object, text } from '../api/wire';
import type { Bridge, Patrol, PatrolStep, Preset } from '../api/model';

export interface PatrolDraft {
  readonly name: string;
  readonly steps: readonly PatrolStep[];
  readonly resumeAfterSeconds: number;
}

const at = (camera: string, ...rest: readonly string[]): string =>
  ['/api/cameras', ...[camera, 'ptz', ...rest].map(encodeURIComponent)].join('/');

/** What is asked of a head once, apart from holding it. */
export class HeadRequests {
  constructor(private readonly api: Api) {}

  async stop(camera: string): Promise<void> {
    await this.api.call('POST', at(camera, 'stop'), {});
  }

  async home(camera: string): Promise<void> {
    await this.api.call('POST', at(camera, 'home'), {});
  }

  /** The present position becomes home. */
  async setHome(camera: string): Promise<void> {
    await this.api.call('PUT', at(camera, 'home'), {});
  }

  async presets(camera: string): Promise<readonly Preset[]> {
    return presets(await this.api.call('GET', at(camera, 'presets')));
  }

  /** @param token of a preset that is to mean the present position from now on; null makes a new one */
  async savePreset(camera: string, name: string, token: string | null): Promise<string> {
    const saved = await this.api.call('POST', at(camera, 'presets'), token === null ? { name } : { name, token });
    return text(object(saved)['token']) ?? '';
  }

  async goTo(camera: string, token: string): Promise<void> {
    await this.api.call('POST', at(camera, 'presets', token, 'goto'), {});
  }

  async forgetPreset(camera: string, token: string): Promise<void> {
    await this.api.call('DELETE', at(camera, 'presets', token));
  }

  /** @param version changes whenever the picture may have, so that the browser asks again */
  presetPicture(camera: string, token: string, version: number): string {
    return `${at(camera, 'presets', token, 'picture.jpg')}?v=${version}`;
  }

  async patrols(camera: string): Promise<readonly Patrol[]> {
    return patrols(await this.api.call('GET', at(camera, 'patrols')));
  }

  /** @param id of the patrol to change; null makes a new one */
  async savePatrol(camera: string, id: string | null, draft: PatrolDraft): Promise<void> {
    if (id === null) await this.api.call('POST', at(camera, 'patrols'), draft);
    else await this.api.call('PUT', at(camera, 'patrols', id), draft);
  }

  async forgetPatrol(camera: string, id: string): Promise<void> {
    await this.api.call('DELETE', at(camera, 'patrols', id));
  }

  async patrol(camera: string, id: string, what: 'start' | 'stop'): Promise<void> {
    await this.api.call('POST', at(camera, 'patrols', id, what), {});
  }

  /** Takes the head from whoever moves it now; for administrators. */
  async takeOver(camera: string): Promise<void> {
    await this.api.call('POST', at(camera, 'lease'), { seconds: 30, take: true });
  }

  async bridge(device: string): Promise<Bridge> {
    return bridge(await this.api.call('GET', `/api/devices/${encodeURIComponent(device)}/bridge`));
  }

  async unlock(device: string, needs: 'captcha' | 'verify-code', typed: string): Promise<void> {
    const body = needs === 'captcha' ? { text: typed } : { code: typed };
    await this.api.call('POST', `/api/devices/${encodeURIComponent(device)}/${needs}`, body);
  }
}
