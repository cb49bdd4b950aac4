// SPDX-License-Identifier: Apache-2.0

/** Local storage that may be full, forbidden or full of rubbish: settings are a convenience, never a failure. */
export function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeSetting(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse; the setting then lasts as long as the page.
  }
}
