// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

export const cameraStyles = css`
  :host {
    position: fixed;
    inset: 0;
    z-index: 20;
    display: block;
    overflow: hidden;
    background: var(--picture);
    color: var(--on-picture);
  }
  .layer {
    position: absolute;
    inset: 0;
    transform-origin: 0 0;
  }
  .layer.main {
    opacity: 0;
    transition: opacity var(--quick);
  }
  .layer.main .stage {
    background: transparent;
  }
  .layer.main.shown {
    opacity: 1;
  }
  .bar {
    position: absolute;
    inset: 0 0 auto;
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px max(8px, env(safe-area-inset-right)) 32px max(8px, env(safe-area-inset-left));
    padding-top: max(8px, env(safe-area-inset-top));
    background: linear-gradient(rgb(var(--shade) / 90%), rgb(var(--shade) / 72%) 60%, transparent);
    transition: opacity var(--quick);
  }
  :host([quiet]) .bar,
  :host([quiet]) .pad {
    opacity: 0;
    pointer-events: none;
  }
  :host([quiet]) {
    cursor: none;
  }
  .title {
    flex: 1;
    min-width: 0;
    padding: 0 8px;
  }
  .title h1 {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--size-16);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    color: var(--on-picture-soft);
    font-size: var(--size-12);
  }
  .facts .state {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .dot[data-tone='live'] {
    background: var(--picture-live);
  }
  .dot[data-tone='working'] {
    background: var(--picture-working);
  }
  .dot[data-tone='trouble'] {
    background: var(--picture-trouble);
  }
  .button.quiet {
    color: var(--on-picture);
  }
  .button.quiet:hover,
  .button.quiet[aria-pressed='true'] {
    background: rgb(255 255 255 / 14%);
  }
  :focus-visible {
    outline-color: var(--picture-accent);
  }
  .words {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 72px 24px;
    text-align: center;
    text-wrap: balance;
    text-shadow: 0 1px 4px rgb(var(--shade) / 90%);
    pointer-events: none;
  }
  .words .sentence {
    max-width: 40ch;
    font-size: var(--size-20);
    font-weight: 600;
  }
  .words .more {
    max-width: 60ch;
    color: var(--on-picture-soft);
    font-size: var(--size-16);
  }
  .chip {
    position: absolute;
    left: 50%;
    bottom: max(24px, env(safe-area-inset-bottom));
    transform: translateX(-50%);
    width: max-content;
    max-width: calc(100% - 32px);
    padding: 8px 16px;
    border-radius: var(--radius);
    background: rgb(var(--shade) / 78%);
    text-align: center;
  }
  .pad {
    position: absolute;
    z-index: 2;
    right: max(16px, env(safe-area-inset-right));
    bottom: max(16px, env(safe-area-inset-bottom));
    width: 344px;
    max-width: calc(100% - 32px);
    transition: opacity var(--quick);
  }
  .bar {
    z-index: 3;
  }
  .details {
    z-index: 4;
    position: absolute;
    top: 72px;
    right: 16px;
    bottom: 24px;
    width: min(360px, calc(100% - 32px));
    height: max-content;
    max-height: calc(100% - 96px);
    overflow: auto;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    color: var(--text);
    box-shadow: var(--shadow);
  }
  .details h2 {
    margin-bottom: 8px;
  }
  .details h2 + dl + h2 {
    margin-top: 16px;
  }
  .details dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 16px;
    margin-bottom: 16px;
  }
  .details dt {
    color: var(--secondary);
  }
  .details dd {
    overflow-wrap: anywhere;
    text-align: right;
  }
  /* A phone held upright has room below the picture, which moves up to leave it to the pad. */
  @media (max-aspect-ratio: 3/4) {
    :host([data-pad]) .stage > * {
      object-position: 50% 80px;
    }
  }
  @media (min-width: 900px) {
    :host([data-pad]) .details {
      right: 376px;
    }
    :host([data-pad]) .chip {
      max-width: calc(100% - 720px);
    }
  }
  @media (max-width: 899px) {
    :host([data-pad]) .chip {
      bottom: auto;
      top: 72px;
    }
  }
  @media (max-width: 600px) {
    .pad {
      right: 8px;
      left: 8px;
      bottom: max(8px, env(safe-area-inset-bottom));
      width: auto;
      max-width: none;
    }
    .steps {
      display: none;
    }
    .title {
      padding: 0 4px;
    }
    .words .sentence {
      font-size: var(--size-16);
    }
    .words .more {
      font-size: var(--size-14);
    }
  }
`;
