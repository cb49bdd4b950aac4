// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../parts/base';
import { Watch, ticks } from '../parts/watch';
import { duration } from '../words/times';
import type { Nightjar } from './nightjar';

/** A blink of the network is not worth a word. */
const WORTH_MS = 2000;

/** Says that the gateway is away, for as long as it is; nobody has to close it. */
@customElement('nj-banner')
export class Banner extends LitElement {
  static override styles = [
    base,
    css`
      .banner {
        position: fixed;
        top: max(12px, env(safe-area-inset-top));
        left: 50%;
        z-index: 50;
        display: flex;
        align-items: flex-start;
        gap: 12px;
        width: max-content;
        max-width: min(560px, calc(100vw - 24px));
        padding: 12px 16px;
        transform: translateX(-50%);
        border: 1px solid var(--line);
        border-left: 3px solid var(--working);
        border-radius: var(--radius);
        background: var(--panel);
        color: var(--text);
        box-shadow: var(--shadow);
      }
      strong {
        display: block;
      }
      p {
        color: var(--secondary);
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;

  constructor() {
    super();
    new Watch(this, ticks);
    new Watch(this, (changed) => this.app.store.listen(changed));
  }

  protected override render(): TemplateResult {
    return html`<div role="alert">${this.words() ?? nothing}</div>`;
  }

  private words(): TemplateResult | null {
    const { link } = this.app.store;
    const now = performance.now();
    if (link.name !== 'lost' || now - link.since < WORTH_MS) return null;
    const wait = link.nextTry - now;
    return html`<div class="banner">
      <div>
        <strong>Connection to Nightjar lost</strong>
        <p class="number">
          Pictures that still arrive keep playing. Trying again ${wait < 500 ? 'now' : `in ${duration(wait)}`}.
        </p>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-banner': Banner;
  }
}
