// SPDX-License-Identifier: Apache-2.0
import { readSetting, writeSetting } from './storage';

export const COLUMNS = ['auto', '1', '2', '3', '4', '5'] as const;
export type Columns = (typeof COLUMNS)[number];
export const THEMES = ['auto', 'dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];
export const GRID_STYLES = ['spaced', 'attached'] as const;
export type GridStyle = (typeof GRID_STYLES)[number];

export const PADS = ['shown', 'hidden'] as const;
export type PadChoice = (typeof PADS)[number];

export interface Values {
  readonly columns: Columns;
  readonly theme: Theme;
  readonly gridStyle: GridStyle;
  /** Whether the pad lies over the picture of an open camera. */
  readonly pad: PadChoice;
}

const KEY = 'nightjar.settings';
const DEFAULTS: Values = { columns: 'auto', theme: 'auto', gridStyle: 'spaced', pad: 'shown' };

/** What one viewer prefers on one device. Rubbish in the storage falls back to the defaults, field by field. */
export function parseSettings(raw: string | null): Values {
  let json: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(raw ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) json = parsed as Record<string, unknown>;
  } catch {
    return DEFAULTS;
  }
  const pick = <T extends string>(allowed: readonly T[], name: string, otherwise: T): T =>
    allowed.find((value) => value === json[name]) ?? otherwise;
  return {
    columns: pick(COLUMNS, 'columns', DEFAULTS.columns),
    theme: pick(THEMES, 'theme', DEFAULTS.theme),
    pad: pick(PADS, 'pad', DEFAULTS.pad),
    gridStyle: pick(GRID_STYLES, 'gridStyle', DEFAULTS.gridStyle),
  };
}

export class Settings {
  private current = parseSettings(readSetting(KEY));
  private readonly listeners = new Set<() => void>();
  private readonly lightOutside = matchMedia('(prefers-color-scheme: light)');

  constructor() {
    this.lightOutside.addEventListener('change', () => this.applyTheme());
    this.applyTheme();
  }

  get values(): Values {
    return this.current;
  }

  set(change: Partial<Values>): void {
    this.current = { ...this.current, ...change };
    writeSetting(KEY, JSON.stringify(this.current));
    this.applyTheme();
    for (const listener of [...this.listeners]) listener();
  }

  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private applyTheme(): void {
    const { theme } = this.current;
    const light = theme === 'light' || (theme === 'auto' && this.lightOutside.matches);
    const root = document.documentElement;
    root.dataset['theme'] = light ? 'light' : 'dark';
    // Phones paint their own frame in the colour of the page.
    document
      .querySelector('meta[name="theme-color"]')
      ?.setAttribute('content', getComputedStyle(root).getPropertyValue('--page').trim());
  }
}
