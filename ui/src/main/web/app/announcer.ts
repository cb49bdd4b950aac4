// SPDX-License-Identifier: Apache-2.0

let region: HTMLElement | null = null;

/** Says a sentence to people who listen to the page. */
export function announce(sentence: string): void {
  if (region === null) {
    region = document.createElement('div');
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    region.className = 'announcer';
    document.body.append(region);
  }
  const line = document.createElement('p');
  line.textContent = sentence;
  region.append(line);
  setTimeout(() => line.remove(), 5000);
}
