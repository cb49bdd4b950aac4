// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Bridge, BridgeNeed, Camera } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { base, buttons, fields } from '../parts/base';
import { sentenceOf } from './shelf';

/** Gives a bridge what its vendor asks of a person: the text in a picture, or a code that was sent. */
@customElement('nj-bridge')
export class BridgeForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: 8px;
        margin-top: 8px;
      }
      img {
        display: block;
        max-width: 100%;
        min-height: 44px;
        border-radius: 8px;
        background: #ffffff;
      }
      .error {
        color: var(--picture-trouble);
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;
  @property({ attribute: false }) camera!: Camera;
  @property({ attribute: false }) needs!: BridgeNeed;
  @state() private bridge: Bridge | null = null;
  @state() private typed = '';
  @state() private said: string | null = null;
  @state() private busy = false;
  private asked = '';

  protected override willUpdate(): void {
    const asked = `${this.camera.id} ${this.needs}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.typed = '';
    if (this.needs === 'captcha') void this.fetch();
  }

  protected override render(): TemplateResult {
    const captcha = this.needs === 'captcha';
    const picture = this.bridge?.captcha ?? null;
    return html`<form @submit=${this.onSubmit} autocomplete="off">
      ${captcha && picture !== null ? html`<img alt="Text to read" src=${picture} />` : nothing}
      <div class="field">
        <label for="unlock">${captcha ? 'The text in the picture' : 'The code from the mail or message'}</label>
        <input
          id="unlock"
          inputmode=${captcha ? 'text' : 'numeric'}
          autocapitalize="none"
          autocomplete="one-time-code"
          spellcheck="false"
          .value=${this.typed}
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
        />
      </div>
      ${this.said === null ? nothing : html`<p class="error" role="alert">${this.said}</p>`}
      <button class="button primary" ?disabled=${this.busy || this.typed.trim() === ''}>
        ${this.busy ? 'Sending…' : 'Send'}
      </button>
    </form>`;
  }

  private get device(): string {
    return this.camera.device ?? this.camera.id;
  }

  private async fetch(): Promise<void> {
    try {
      this.bridge = await this.app.heads.bridge(this.device);
    } catch (failure) {
      this.said = sentenceOf(failure);
    }
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.busy && this.typed.trim() !== '') void this.send();
  };

  private async send(): Promise<void> {
    if (this.needs === 'nothing') return;
    this.busy = true;
    this.said = null;
    try {
      await this.app.heads.unlock(this.device, this.needs, this.typed.trim());
      this.typed = '';
      this.app.notices.show({ text: 'Sent. The bridge answers in a moment.' });
      // A wrong answer brings another picture.
      if (this.needs === 'captcha') await this.fetch();
    } catch (failure) {
      this.said = sentenceOf(failure);
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-bridge': BridgeForm;
  }
}
