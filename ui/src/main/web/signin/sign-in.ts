// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem } from '../api/http';
import type { Nightjar } from '../app/nightjar';
import { base, buttons, fields } from '../parts/base';
import { icons } from '../parts/icons';

/** The door. */
@customElement('nj-sign-in')
export class SignIn extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100dvh;
        padding: 24px 16px;
      }
      form {
        display: grid;
        gap: 16px;
        width: 100%;
        max-width: 360px;
      }
      .brand {
        display: grid;
        justify-items: center;
        gap: 12px;
        margin-bottom: 12px;
      }
      .bird {
        width: 56px;
        height: 56px;
        stroke-width: 1.5;
        color: var(--text);
      }
      h1 {
        font-size: var(--size-28);
      }
      .said {
        padding: 12px 16px;
        border: 1px solid var(--line);
        border-left: 3px solid var(--trouble);
        border-radius: var(--radius);
        background: var(--panel);
      }
      .button {
        width: 100%;
        margin-top: 4px;
      }
      .first {
        color: var(--secondary);
        font-size: var(--size-12);
        text-align: center;
        text-wrap: balance;
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;
  @state() private busy = false;
  @state() private said: string | null = null;
  @state() private waitUntil = 0;
  @query('#username') private username!: HTMLInputElement;
  @query('#password') private password!: HTMLInputElement;
  private timer: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override firstUpdated(): void {
    this.username.focus();
  }

  protected override render(): TemplateResult {
    const wait = Math.ceil((this.waitUntil - performance.now()) / 1000);
    const waiting = wait > 0;
    return html`<form @submit=${this.onSubmit} aria-labelledby="title">
      <div class="brand">
        ${icons.bird}
        <h1 id="title">Nightjar</h1>
      </div>
      <div role="alert" ?hidden=${this.said === null && !waiting} class="said number">
        ${waiting ? `Too many wrong passwords. You can try again in ${wait} s.` : (this.said ?? nothing)}
      </div>
      <div class="field">
        <label for="username">User name</label>
        <input
          id="username"
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
        />
      </div>
      <div class="field">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
      </div>
      <button class="button primary" ?disabled=${this.busy || waiting}>${this.busy ? 'Signing in…' : 'Sign in'}</button>
      <p class="first">First time here? The user is admin, and the password was shown where Nightjar was started.</p>
    </form>`;
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.busy) void this.submit();
  };

  private async submit(): Promise<void> {
    this.busy = true;
    this.said = null;
    try {
      await this.app.signIn(this.username.value.trim(), this.password.value);
    } catch (failure) {
      this.busy = false;
      this.explain(failure);
    }
  }

  private explain(failure: unknown): void {
    if (!(failure instanceof Problem)) throw failure;
    if (failure.status === 429) {
      this.waitFor(failure.retryAfterSeconds ?? 5);
      return;
    }
    this.said =
      failure.status === 401
        ? 'The user name or the password is not right. Check both and try again.'
        : failure.sentence;
    this.password.select();
  }

  private waitFor(seconds: number): void {
    this.waitUntil = performance.now() + seconds * 1000;
    clearInterval(this.timer);
    this.timer = setInterval(() => {
      this.requestUpdate();
      if (performance.now() > this.waitUntil) clearInterval(this.timer);
    }, 500);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-sign-in': SignIn;
  }
}
