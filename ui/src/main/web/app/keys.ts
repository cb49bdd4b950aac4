// SPDX-License-Identifier: Apache-2.0

export interface KeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}

/** What the help shows. */
export const KEYS: readonly KeyHelp[] = [
  { keys: ['1', '…', '9'], does: 'Open a camera, counted from the top left' },
  { keys: ['←', '→'], does: 'Previous or next camera' },
  { keys: ['F'], does: 'Full screen' },
  { keys: ['Esc'], does: 'Back to the wall' },
  { keys: ['P'], does: 'The keys below move the camera, or no longer' },
  { keys: ['←', '→', '↑', '↓'], does: 'While P is on: move as long as a key is held; slower with Shift' },
  { keys: ['H', '1', '…', '9'], does: 'While P is on: home, or a preset' },
  { keys: ['Space'], does: 'Pause the picture of the open camera' },
  { keys: ['+', '−'], does: 'Look closer, or at the whole picture again; the lens of the camera while P is on' },
  { keys: ['?'], does: 'Show or hide these keys' },
];

/** Keys that are meant for the page, not for a field or a button. */
export function pageKey(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const [target] = event.composedPath();
  if (target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]')) return null;
  // A dialog closes itself; what lies below it is not left as well.
  const inDialog = event.composedPath().some((node) => node instanceof Element && node.matches('dialog[open]'));
  if (inDialog && event.key !== '?') return null;
  if (event.key === ' ' && target instanceof HTMLElement && target.matches('button, a')) return null;
  return event.key;
}
