// SPDX-License-Identifier: Apache-2.0

/** Waiting that can be cut short: by a wake-up call, or for good by an abort. */
export class Waiting {
  private wakeUp: () => void = () => undefined;

  wake(): void {
    this.wakeUp();
  }

  /** True when the time passed or somebody woke it; false when aborted. */
  async wait(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.wakeUp = done;
      signal.addEventListener('abort', done);
    });
    return !signal.aborted;
  }
}
