// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** Shows a dialog over everything, and lets go of whatever was held below it. */
export function showDialog(dialog: HTMLDialogElement): void {
  dialog.showModal();
  dispatchEvent(new Event('nj-dialog'));
}

export const dialogStyles = css`
  dialog {
    width: min(480px, calc(100vw - 32px));
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    color: var(--text);
    box-shadow: var(--shadow);
  }
  dialog::backdrop {
    background: rgb(5 7 10 / 62%);
  }
  dialog h2 {
    margin-bottom: 12px;
    font-size: var(--size-20);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 24px;
  }
`;
