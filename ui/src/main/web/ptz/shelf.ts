// SPDX-License-Identifier: Apache-2.0
import { Problem } from '../api/http';
import type { Patrol, Preset } from '../api/model';
import type { Store } from '../api/store';
import { announce } from '../app/announcer';
import type { Desk } from './desk';
import type { HeadRequests, PatrolDraft } from './requests';

export interface Kept {
  /** Null until they were read. */
  readonly presets: readonly Preset[] | null;
  readonly patrols: readonly Patrol[] | null;
  /** Why they could not be read. */
  readonly problem: string | null;
  /** Grows with every change, so that pictures are fetched anew. */
  readonly version: number;
}

/** When to look again for the picture of a new preset. */
const PICTURE_MS = [700, 1000, 2000, 4000, 8000] as const;

const NOTHING: Kept = { presets: null, patrols: null, problem: null, version: 0 };

/** The presets and patrols of the cameras, and what is asked of a head once. */
export class Shelf {
  private readonly kept = new Map<string, Kept>();
  private readonly reading = new Map<string, Promise<void>>();
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly heads: HeadRequests,
    private readonly store: Store,
    private readonly desk: Desk,
  ) {}

  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of(camera: string): Kept {
    return this.kept.get(camera) ?? NOTHING;
  }

  /** Reads anew what is shown. */
  async load(camera: string): Promise<void> {
    try {
      const [presets, patrols] = await Promise.all([this.heads.presets(camera), this.heads.patrols(camera)]);
      this.keep(camera, { presets, patrols, problem: null, version: this.of(camera).version + 1 });
    } catch (failure) {
      this.keep(camera, { ...this.of(camera), problem: sentenceOf(failure) });
    }
  }

  /** Reads what nobody has read yet. */
  async need(camera: string): Promise<void> {
    if (this.of(camera).presets !== null) return;
    const reading = this.reading.get(camera) ?? this.load(camera);
    this.reading.set(camera, reading);
    await reading.finally(() => this.reading.delete(camera));
  }

  home(camera: string): Promise<boolean> {
    return this.ask(camera, 'goes home', () => this.heads.home(camera));
  }

  async setHome(camera: string): Promise<boolean> {
    return this.ask(camera, 'home is this view now', () => this.heads.setHome(camera));
  }

  goTo(camera: string, preset: Preset): Promise<boolean> {
    return this.ask(camera, `goes to ${preset.name}`, () => this.heads.goTo(camera, preset.token));
  }

  takeOver(camera: string): Promise<boolean> {
    return this.ask(camera, 'you move it now', () => this.heads.takeOver(camera));
  }

  async patrol(camera: string, patrol: Patrol, what: 'start' | 'stop'): Promise<void> {
    const words = what === 'start' ? `patrol ${patrol.name} begins` : `patrol ${patrol.name} ends`;
    if (await this.ask(camera, words, () => this.heads.patrol(camera, patrol.id, what))) await this.load(camera);
  }

  /** For dialogs, which show themselves what goes wrong. */
  async savePreset(camera: string, name: string, token: string | null): Promise<void> {
    const saved = await this.heads.savePreset(camera, name, token);
    await this.load(camera);
    void this.awaitPicture(camera, saved);
  }

  /** Its picture is taken when the camera stands still, a moment after it was saved. */
  private async awaitPicture(camera: string, token: string): Promise<void> {
    for (const wait of PICTURE_MS) {
      if (this.of(camera).presets?.find((preset) => preset.token === token)?.picture !== false) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
      await this.load(camera);
    }
  }

  async forgetPreset(camera: string, token: string): Promise<void> {
    await this.heads.forgetPreset(camera, token);
    await this.load(camera);
  }

  async savePatrol(camera: string, id: string | null, draft: PatrolDraft): Promise<void> {
    await this.heads.savePatrol(camera, id, draft);
    await this.load(camera);
  }

  async forgetPatrol(camera: string, id: string): Promise<void> {
    await this.heads.forgetPatrol(camera, id);
    await this.load(camera);
  }

  /** What keys do besides moving: home and the first nine presets. */
  pressKey(camera: string, key: string): boolean {
    const can = this.store.head(camera)?.abilities;
    if (key.toLowerCase() === 'h') {
      if (can?.home === true) void this.home(camera);
      else this.desk.say(camera, 'This camera has no home position.');
      return true;
    }
    if (!/^[1-9]$/.test(key)) return false;
    void this.goToNumber(camera, Number(key));
    return true;
  }

  clear(): void {
    this.kept.clear();
    this.changed();
  }

  private async goToNumber(camera: string, number: number): Promise<void> {
    await this.need(camera);
    const preset = this.of(camera).presets?.[number - 1];
    if (preset === undefined) this.desk.say(camera, `This camera has no preset ${number}.`);
    else await this.goTo(camera, preset);
  }

  /** @returns whether it was done; if not, the pad says why */
  private async ask(camera: string, words: string, run: () => Promise<void>): Promise<boolean> {
    this.desk.letGo();
    try {
      await run();
    } catch (failure) {
      this.desk.say(camera, sentenceOf(failure));
      return false;
    }
    announce(`${this.store.camera(camera)?.name ?? camera}: ${words}.`);
    return true;
  }

  private keep(camera: string, kept: Kept): void {
    this.kept.set(camera, kept);
    this.changed();
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

export const sentenceOf = (failure: unknown): string =>
  failure instanceof Problem ? failure.sentence : failure instanceof Error ? failure.message : String(failure);
