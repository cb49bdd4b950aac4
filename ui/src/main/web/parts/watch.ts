// SPDX-License-Identifier: Apache-2.0
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Listen = (changed: () => void) => () => void;

/** Renders its host again when something it shows has changed. */
export class Watch implements ReactiveController {
  private unlisten: () => void = () => undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly listen: Listen,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.unlisten = this.listen(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.unlisten();
  }
}

const tickers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

/** Twice a second while anybody listens: for what counts up or down on the screen. */
export const ticks: Listen = (changed) => {
  tickers.add(changed);
  timer ??= setInterval(() => {
    for (const tell of [...tickers]) tell();
  }, 500);
  return () => {
    tickers.delete(changed);
    if (tickers.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
};
