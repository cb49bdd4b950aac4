// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { base, buttons } from '../parts/base';
import { dialogStyles, showDialog } from '../parts/dialog';
import { KEYS } from './keys';

/** The keys, for those who ask. */
@customElement('nj-help')
export class Help extends LitElement {
  static override styles = [
    base,
    buttons,
    dialogStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 12px 20px;
        align-items: center;
      }
      kbd {
        display: inline-grid;
        place-items: center;
        min-width: 28px;
        min-height: 28px;
        padding: 0 6px;
        border: 1px solid var(--edge);
        border-radius: 6px;
        font: 600 var(--size-12) var(--font);
      }
    `,
  ];

  @query('dialog') private dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    showDialog(this.dialog);
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      <h2 id="title">Keys</h2>
      <dl>
        ${KEYS.map(
          ({ keys, does }) =>
            html`<dt>${keys.map((key) => (key === '…' ? ' … ' : html`<kbd>${key}</kbd> `))}</dt>
              <dd>${does}</dd>`,
        )}
      </dl>
      <div class="actions"><button class="button" @click=${() => this.dialog.close()}>Close</button></div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-help': Help;
  }
}
