// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/http';
import type { Found } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { base, buttons, sheet } from '../parts/base';

/** Looks for cameras in the network and offers to fill the form in. Adds nothing by itself. */
@customElement('nj-discovery')
export class Discovery extends LitElement {
  static override styles = [
    base,
    buttons,
    sheet,
    css`
      .panel {
        display: grid;
        gap: 12px;
        margin-bottom: 16px;
        padding: 20px;
      }
      .top,
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
      }
      li {
        padding: 8px 0;
        border-top: 1px solid var(--line);
      }
      .note {
        color: var(--secondary);
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;
  @state() private found: readonly Found[] | null = null;
  @state() private said: string | null = null;
  @state() private looking = false;

  protected override render(): TemplateResult {
    return html`<div class="panel">
      <div class="top">
        <h2>Cameras in your network</h2>
        <button type="button" class="button" ?disabled=${this.looking} @click=${this.onLook}>
          ${this.looking ? 'Looking…' : 'Look for cameras'}
        </button>
      </div>
      <p class="note" role="status">${this.words}</p>
      ${this.found === null || this.found.length === 0
        ? nothing
        : html`<ul>
            ${this.found.map((item) => this.row(item))}
          </ul>`}
    </div>`;
  }

  private get words(): string {
    if (this.said !== null) return this.said;
    if (this.looking) return 'Asking every camera in the network to say that it is there.';
    if (this.found === null) return 'Cameras that speak ONVIF can be found; the others are added below.';
    if (this.found.length === 0) return 'No camera answered. Fill in the form below.';
    return 'Choose one to fill in the form; user and password are still yours to give.';
  }

  private row(item: Found): TemplateResult {
    const title = [item.name ?? item.model ?? 'Camera', item.address].join(' · ');
    return html`<li>
      <span>${title}</span>
      ${item.known
        ? html`<span class="note">Added already</span>`
        : html`<button
            type="button"
            class="button quiet"
            @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: item.camera }))}
          >
            Use this one
          </button>`}
    </li>`;
  }

  private readonly onLook = (): void => {
    void this.look();
  };

  private async look(): Promise<void> {
    this.looking = true;
    this.said = null;
    try {
      this.found = await this.app.api.discover();
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.said = failure.sentence;
    } finally {
      this.looking = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-discovery': Discovery;
  }
}
