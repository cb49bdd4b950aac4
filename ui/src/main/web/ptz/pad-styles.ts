// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

export const padStyles = css`
  :host {
    display: block;
    --disc: 168px;
    --cell: calc(var(--disc) / 3);
    color: var(--on-picture);
    touch-action: manipulation;
  }
  .controls,
  .row {
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }
  :host([size='tile']) {
    --disc: 132px;
  }
  :host([data-offer='nothing']) {
    display: none;
  }
  :focus-visible {
    outline-color: var(--picture-accent);
  }
  .full {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 12px;
    border: 1px solid rgb(255 255 255 / 12%);
    border-radius: 16px;
    background: rgb(var(--shade) / 80%);
    box-shadow: var(--shadow);
  }
  .small {
    display: grid;
    justify-items: end;
    gap: 8px;
  }
  .controls {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 12px;
  }
  .small .controls {
    gap: 6px;
  }
  .full .side {
    min-width: var(--target);
  }
  .side {
    display: grid;
    justify-items: center;
  }
  .rocker {
    display: grid;
    border-radius: 22px;
    background: rgb(255 255 255 / 10%);
  }
  .full .rocker {
    gap: 16px;
  }
  .small .rocker,
  .small .side > .tool {
    background: rgb(var(--shade) / 55%);
  }
  .small .side {
    gap: 0;
    border-radius: 22px;
    background: rgb(var(--shade) / 55%);
    overflow: hidden;
  }
  .small .side > * {
    background: none !important;
  }
  .small .side:empty {
    display: none;
  }
  .tool {
    display: grid;
    place-items: center;
    width: var(--target);
    height: var(--target);
    padding: 0;
    border: 0;
    border-radius: 22px;
    background: transparent;
    color: inherit;
    cursor: pointer;
    transition: background var(--quick);
  }
  .disc,
  .hold {
    touch-action: none;
  }
  .disc {
    position: relative;
    flex: none;
    width: var(--disc);
    height: var(--disc);
    border-radius: 50%;
    background: radial-gradient(rgb(255 255 255 / 4%) 30%, rgb(255 255 255 / 13%));
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 16%);
    cursor: pointer;
  }
  .small .disc {
    background: radial-gradient(rgb(var(--shade) / 34%) 30%, rgb(var(--shade) / 62%));
  }
  .dir,
  .halt {
    position: absolute;
    display: grid;
    place-items: center;
    width: var(--cell);
    height: var(--cell);
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
    color: inherit;
    cursor: pointer;
    transition: background var(--quick);
  }
  .dir svg {
    width: 24px;
    height: 24px;
    stroke-width: 2.25;
    filter: drop-shadow(0 1px 2px rgb(var(--shade) / 80%));
    pointer-events: none;
  }
  .n,
  .s,
  .halt {
    left: var(--cell);
  }
  .w,
  .e,
  .halt {
    top: var(--cell);
  }
  .n,
  .nw,
  .ne {
    top: 0;
  }
  .s,
  .sw,
  .se {
    bottom: 0;
  }
  .w,
  .nw,
  .sw {
    left: 0;
  }
  .e,
  .ne,
  .se {
    right: 0;
  }
  .nw svg,
  .ne svg,
  .sw svg,
  .se svg {
    width: 14px;
    height: 14px;
    opacity: 0.62;
  }
  .e svg {
    transform: rotate(90deg);
  }
  .s svg {
    transform: rotate(180deg);
  }
  .w svg {
    transform: rotate(-90deg);
  }
  .ne svg {
    transform: translate(-4px, 4px) rotate(45deg);
  }
  .se svg {
    transform: translate(-4px, -4px) rotate(135deg);
  }
  .sw svg {
    transform: translate(4px, -4px) rotate(-135deg);
  }
  .nw svg {
    transform: translate(4px, 4px) rotate(-45deg);
  }
  .halt {
    background: rgb(255 255 255 / 14%);
  }
  .small .halt {
    background: rgb(var(--shade) / 62%);
  }
  .halt svg {
    width: 22px;
    height: 22px;
    pointer-events: none;
  }
  @media (hover: hover) {
    .dir:hover,
    .tool:hover {
      background: rgb(255 255 255 / 14%);
    }
    .halt:hover {
      background: rgb(255 255 255 / 26%);
    }
  }
  [data-on],
  [data-on]:hover,
  .tool[aria-pressed='true'] {
    background: var(--picture-accent);
    color: var(--on-picture-accent);
  }
  [data-on] svg {
    opacity: 1;
    filter: none;
  }
  .halt:active {
    background: var(--picture-trouble);
    color: var(--on-picture-accent);
  }
  .row {
    display: flex;
    justify-content: center;
    gap: 4px;
  }
  .tab {
    gap: 6px;
    padding: 0 10px;
    color: inherit;
  }
  .tab:hover,
  .tab[aria-expanded='true'] {
    background: rgb(255 255 255 / 14%);
  }
  .status {
    display: flex;
    align-items: center;
    gap: 12px;
    max-width: 100%;
    padding: 8px 12px;
    border-radius: var(--radius);
    background: rgb(var(--shade) / 78%);
    font-size: var(--size-12);
    line-height: 1.35;
  }
  .full .status {
    background: rgb(255 255 255 / 10%);
    font-size: var(--size-14);
  }
  .status p {
    flex: 1;
  }
  .status [data-tone='trouble'] {
    font-weight: 600;
  }
  .status .button {
    flex: none;
    padding: 0 12px;
    border-color: transparent;
    background: rgb(255 255 255 / 16%);
    color: inherit;
  }
  .small .status {
    max-width: min(320px, 100%);
  }
  .refused {
    max-width: 100%;
  }
  :host([size='tile'][data-offer='refused']) {
    margin-bottom: 40px;
  }
  .small.refused {
    max-width: 320px;
    gap: 2px;
    justify-items: start;
    padding: 8px 12px;
    border-radius: var(--radius);
    background: rgb(var(--shade) / 78%);
    font-size: var(--size-12);
  }
  .why {
    font-weight: 600;
    text-wrap: balance;
  }
  .more {
    color: var(--on-picture-soft);
  }
  .refused a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    color: var(--picture-accent);
    font-weight: 600;
  }
  .over {
    display: flex;
    align-items: flex-start;
    gap: 4px;
    padding: 4px;
    border-radius: var(--radius);
    background: rgb(var(--shade) / 82%);
  }
`;
