// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

export const tileStyles = css`
  :host {
    display: block;
    position: relative;
    aspect-ratio: 16 / 9;
    container-type: inline-size;
    border-radius: var(--tile-radius, var(--radius));
    overflow: hidden;
    background: var(--picture);
    color: var(--on-picture);
    -webkit-touch-callout: none;
    user-select: none;
  }
  a:not(.open) {
    position: absolute;
    inset: 0;
    color: inherit;
    text-decoration: none;
    border-radius: inherit;
  }
  a:focus-visible {
    outline: none;
  }
  /* Above the picture, which would hide an outline. */
  a:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 3px solid var(--picture-accent);
    border-radius: inherit;
    box-shadow: inset 0 0 0 1px rgb(var(--shade) / 80%);
  }
  .shade {
    position: absolute;
    inset: auto 0 0;
    height: 88px;
    background: linear-gradient(to top, rgb(var(--shade) / 88%), rgb(var(--shade) / 72%) 40%, transparent);
    pointer-events: none;
  }
  .foot {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px;
    line-height: 20px;
    pointer-events: none;
  }
  .name {
    flex: 0 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
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
  .facts {
    margin-left: auto;
    display: flex;
    justify-content: flex-end;
    gap: 12px;
    color: var(--on-picture-soft);
    font-size: var(--size-12);
    white-space: nowrap;
    opacity: 0;
    transition: opacity var(--quick);
  }
  .open {
    position: absolute;
    top: 4px;
    right: 4px;
    display: grid;
    place-items: center;
    z-index: 25;
    width: var(--target);
    height: var(--target);
    border-radius: var(--radius);
    background: rgb(var(--shade) / 60%);
    color: inherit;
    opacity: 0;
    transition: opacity var(--quick);
  }
  /* Above the words, below the way to the full screen. */
  .pad,
  .handle,
  .steered {
    position: absolute;
    z-index: 20;
  }
  .pad {
    right: 8px;
    bottom: 8px;
    max-width: calc(100% - 16px);
    visibility: hidden;
    opacity: 0;
    transition: opacity var(--quick);
  }
  .handle {
    right: 4px;
    bottom: 4px;
    display: none;
    place-items: center;
    width: var(--target);
    height: var(--target);
    padding: 0;
    border: 0;
    border-radius: 22px;
    background: rgb(var(--shade) / 60%);
    color: inherit;
    cursor: pointer;
  }
  .steered {
    top: 8px;
    left: 50%;
    transform: translateX(-50%);
    padding: 4px 10px;
    border-radius: 6px;
    background: var(--picture-accent);
    color: var(--on-picture-accent);
    font-size: var(--size-12);
    font-weight: 600;
    white-space: nowrap;
    pointer-events: none;
  }
  :host([data-asked]) {
    grid-column: span var(--pad-columns, 1);
  }
  :host([data-asked]) .pad,
  :host([data-used]) .pad {
    visibility: visible;
    opacity: 1;
  }
  :host([data-asked]) .handle {
    display: grid;
    inset: 4px 52px auto auto;
  }
  :host([data-asked]) .foot,
  :host([data-used]) .foot {
    right: 196px;
    flex-wrap: wrap;
    gap: 0 8px;
  }
  :host([data-asked]) .facts,
  :host([data-used]) .facts {
    flex-basis: 100%;
    justify-content: flex-start;
  }
  @media (hover: none) {
    .handle {
      display: grid;
    }
    :host([data-movable]:not([data-asked], [data-used])) .foot {
      right: 52px;
    }
  }
  @media (hover: hover) {
    :host(:hover) .pad,
    :host(:focus-within) .pad {
      visibility: visible;
      opacity: 1;
    }
    :host([data-movable]:hover) .foot,
    :host([data-movable]:focus-within) .foot {
      right: 196px;
      flex-wrap: wrap;
      gap: 0 8px;
    }
    :host([data-movable]:hover) .facts,
    :host([data-movable]:focus-within) .facts {
      flex-basis: 100%;
      justify-content: flex-start;
    }
  }
  /* Too small for a pad: it grows when somebody asks for one. */
  @container (max-width: 379px) {
    :host(:not([data-asked])) .pad {
      visibility: hidden;
    }
    .handle {
      display: grid;
      opacity: 0;
      transition: opacity var(--quick);
    }
    :host(:hover) .handle,
    :host(:focus-within) .handle,
    :host([data-asked]) .handle {
      opacity: 1;
    }
    :host([data-movable]:not([data-asked])) .foot {
      right: 48px;
    }
    @media (hover: none) {
      .handle {
        opacity: 0.8;
      }
    }
  }
  .mark {
    flex: none;
    display: grid;
    color: var(--on-picture-soft);
    pointer-events: auto;
  }
  .mark svg {
    width: 16px;
    height: 16px;
  }
  :host(:hover) .facts,
  a:focus-visible .facts,
  :host([data-facts]) .facts,
  :host(:hover) .open,
  a:focus-visible .open {
    opacity: 1;
  }
  @media (hover: none) {
    :host(:hover:not([data-facts])) .facts {
      opacity: 0;
    }
    .open {
      opacity: 0.7;
    }
  }
  .words {
    position: absolute;
    inset: 0 0 44px;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 4px;
    padding: 44px 16px 0;
    text-align: center;
    text-wrap: balance;
    text-shadow: 0 1px 3px rgb(var(--shade) / 90%);
    pointer-events: none;
  }
  .sentence {
    font-size: var(--size-14);
    font-weight: 600;
  }
  /* Over a picture that is not dimmed. */
  .words.odd .sentence {
    align-self: center;
    padding: 8px 12px;
    border-radius: 6px;
    background: rgb(var(--shade) / 78%);
  }
  .more {
    color: var(--on-picture-soft);
    font-size: var(--size-12);
  }
  .taken,
  .note {
    position: absolute;
    top: 12px;
    left: 12px;
    max-width: calc(100% - 72px);
    padding: 4px 8px;
    border-radius: 6px;
    background: rgb(var(--shade) / 72%);
    color: var(--on-picture-soft);
    font-size: var(--size-12);
    pointer-events: none;
  }
  .note {
    color: var(--on-picture);
    font-weight: 600;
  }
  @container (min-width: 560px) {
    .foot {
      padding: 14px 16px;
    }
    .name,
    .sentence {
      font-size: var(--size-16);
    }
    .more {
      font-size: var(--size-14);
    }
  }
  @container (max-width: 300px) {
    .shade {
      height: 56px;
    }
    .foot {
      flex-wrap: wrap;
      gap: 0 6px;
      padding: 6px 8px;
      font-size: var(--size-12);
    }
    .words {
      inset: 0 0 28px;
      padding: 28px 8px 0;
      gap: 0;
    }
    .sentence {
      font-size: var(--size-12);
      line-height: 1.3;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      line-clamp: 3;
      overflow: hidden;
    }
    .taken,
    .note {
      top: 6px;
      left: 6px;
      padding: 2px 6px;
      max-width: calc(100% - 12px);
    }
    .open,
    .fps {
      display: none;
    }
    .facts {
      display: none;
      gap: 8px;
      flex-basis: 100%;
      justify-content: flex-start;
    }
    :host([data-facts]) .facts,
    a:focus-visible .facts {
      display: flex;
    }
  }
`;
