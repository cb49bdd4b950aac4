// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** What opens above the pad: presets, patrols. On top of pictures, so always night. */
export const drawerStyles = css`
  :host {
    display: grid;
    gap: 8px;
    min-width: 0;
    max-height: min(46vh, 420px);
    overflow: auto;
    overscroll-behavior: contain;
    padding: 3px;
    touch-action: pan-y;
  }
  :host([plain]) {
    max-height: none;
    touch-action: pan-x;
  }
  .tools {
    display: flex;
    gap: 8px;
  }
  .tools .button:not(.icon) {
    flex: 1;
  }
  .button {
    border-color: transparent;
    background: rgb(255 255 255 / 12%);
    color: var(--on-picture);
  }
  .button:hover {
    border-color: transparent;
    background: rgb(255 255 255 / 20%);
  }
  .button[aria-pressed='true'] {
    background: var(--picture-accent);
    color: var(--on-picture-accent);
  }
  :focus-visible {
    outline-color: var(--picture-accent);
  }
  .quiet {
    padding: 8px;
    color: var(--on-picture-soft);
    text-wrap: balance;
  }
`;
