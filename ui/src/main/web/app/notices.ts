// SPDX-License-Identifier: Apache-2.0

export interface Notice {
  readonly text: string;
  readonly action?: { readonly word: string; readonly run: () => Promise<void> };
}

const SHOWN_MS = 6000;
const WITH_ACTION_MS = 20_000;

/** Short words that come and go; one at a time. */
export class Notices {
  private shown: Notice | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get current(): Notice | null {
    return this.shown;
  }

  show(notice: Notice): void {
    clearTimeout(this.timer);
    this.shown = notice;
    this.timer = setTimeout(() => this.dismiss(), notice.action === undefined ? SHOWN_MS : WITH_ACTION_MS);
    this.changed();
  }

  dismiss(): void {
    clearTimeout(this.timer);
    this.shown = null;
    this.changed();
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
