// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

export const editorStyles = css`
  form {
    display: grid;
    gap: 16px;
  }
  fieldset,
  .group {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px;
    min-width: 0;
    padding: 20px;
  }
  .group > h2,
  .group > .note,
  .wide {
    grid-column: 1 / -1;
  }
  .group > h2 + .note,
  .group > h3 + .note {
    margin-top: -12px;
  }
  .group > .check:not(.wide) {
    align-self: end;
  }
  .checks {
    grid-column: 1 / -1;
    margin-top: -8px;
  }
  .folded > summary {
    display: flex;
    align-items: center;
    min-height: var(--target);
    padding: 4px 20px;
    font-weight: 650;
    cursor: pointer;
  }
  .folded > summary .note {
    margin-left: auto;
    font-weight: 400;
  }
  .folded > summary::before {
    content: '';
    width: 8px;
    height: 8px;
    margin: 0 12px 0 2px;
    border: solid var(--secondary);
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
  }
  .folded[open] > summary::before {
    transform: rotate(45deg);
  }
  .folded > .group {
    padding-top: 8px;
  }
  .group > h3 {
    grid-column: 1 / -1;
    font-size: inherit;
    font-weight: 650;
  }
  .line {
    grid-column: 1 / -1;
    height: 1px;
    background: var(--line);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
  }
  .actions .remove {
    margin-left: auto;
    color: var(--trouble);
  }
  .alert {
    margin-bottom: 16px;
  }
  @media (max-width: 600px) {
    fieldset,
    .group {
      grid-template-columns: minmax(0, 1fr);
      padding: 16px;
    }
  }
`;
