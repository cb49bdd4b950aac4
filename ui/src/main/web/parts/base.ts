// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** What every component starts from. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul {
    list-style: none;
  }
  h1 {
    font-size: var(--size-20);
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: var(--size-16);
    font-weight: 650;
  }
  a {
    color: var(--accent);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  svg {
    width: 20px;
    height: 20px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .dot {
    display: inline-block;
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--secondary);
  }
  .dot[data-tone='live'] {
    background: var(--live);
  }
  .dot[data-tone='working'] {
    background: var(--working);
  }
  .dot[data-tone='trouble'] {
    background: var(--trouble);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
`;

export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: var(--target);
    padding: 0 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--text);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
    transition:
      background var(--quick),
      border-color var(--quick);
  }
  .button:hover {
    border-color: var(--edge);
  }
  .button[disabled] {
    opacity: 0.55;
    cursor: default;
  }
  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .button.danger {
    background: var(--trouble);
    border-color: var(--trouble);
    color: var(--on-trouble);
  }
  .button.quiet {
    background: transparent;
    border-color: transparent;
  }
  .button.quiet:hover {
    background: var(--raised);
  }
  .button.icon {
    width: var(--target);
    padding: 0;
  }
`;

export const sheet = css`
  .page {
    max-width: 920px;
    margin: 0 auto;
    padding: 24px 24px 48px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    min-height: var(--target);
    margin-bottom: 20px;
  }
  .head h1 {
    flex: 1;
  }
  .panel {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .note {
    color: var(--secondary);
  }
  .alert {
    display: flex;
    gap: 12px;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-left: 3px solid var(--trouble);
    border-radius: var(--radius);
    background: var(--panel);
  }
  .alert.calm {
    border-left-color: var(--accent);
  }
  @media (max-width: 600px) {
    .page {
      padding: 16px 16px 32px;
    }
  }
`;

export const fields = css`
  .field {
    display: grid;
    gap: 6px;
    align-content: start;
  }
  .field > label,
  .label {
    font-weight: 600;
  }
  .hint {
    color: var(--secondary);
    font-size: var(--size-12);
  }
  .error {
    color: var(--trouble);
    font-size: var(--size-12);
    font-weight: 600;
  }
  input:not([type='checkbox']),
  select,
  textarea {
    width: 100%;
    min-height: var(--target);
    padding: 0 12px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--page);
    color: var(--text);
    font: inherit;
    font-size: var(--size-16);
  }
  input[aria-invalid='true'],
  select[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--trouble);
  }
  textarea {
    padding: 10px 12px;
    line-height: 1.4;
    resize: vertical;
  }
  input:disabled,
  select:disabled,
  textarea:disabled {
    opacity: 0.7;
  }
  ::placeholder {
    color: var(--secondary);
    opacity: 1;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: var(--target);
    cursor: pointer;
  }
  .check input {
    width: 20px;
    height: 20px;
    flex: none;
    margin: 0;
    accent-color: var(--accent);
  }
`;
