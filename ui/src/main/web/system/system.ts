// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/http';
import type { Service, Status } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import type { GridStyle, Theme } from '../app/settings';
import { GRID_STYLES, THEMES } from '../app/settings';
import { base, buttons, fields, sheet } from '../parts/base';
import { Watch } from '../parts/watch';
import { exact } from '../words/times';

const AGAIN_MS = 5000;
const GOOD = ['up', 'ready', 'live', 'ok', 'running', 'healthy'];
const THEME_WORDS: Readonly<Record<Theme, string>> = { auto: 'As the device', dark: 'Dark', light: 'Light' };
const GRID_WORDS: Readonly<Record<GridStyle, string>> = { spaced: 'With gaps', attached: 'Edge to edge' };

/** How Nightjar itself is, and what this viewer prefers. */
@customElement('nj-system')
export class System extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    sheet,
    css`
      section {
        margin-bottom: 16px;
        padding: 20px;
      }
      h2 {
        margin-bottom: 12px;
      }
      li,
      .row {
        display: grid;
        grid-template-columns: minmax(120px, max-content) minmax(0, 1fr);
        align-items: center;
        gap: 4px 24px;
        min-height: 36px;
      }
      li {
        grid-template-columns: minmax(120px, 200px) minmax(0, 1fr);
      }
      .problem {
        display: block;
      }
      .value {
        display: flex;
        align-items: baseline;
        gap: 8px;
        color: var(--secondary);
        overflow-wrap: anywhere;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        padding: 4px;
        width: max-content;
        max-width: 100%;
        border-radius: calc(var(--radius) + 4px);
        background: var(--page);
      }
      .choices button {
        min-height: var(--target);
        padding: 0 16px;
        border: 0;
        border-radius: var(--radius);
        background: transparent;
        color: var(--secondary);
        font: inherit;
        font-weight: 600;
        cursor: pointer;
      }
      .choices button[aria-pressed='true'] {
        background: var(--raised);
        color: var(--text);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      .settings {
        display: grid;
        gap: 12px;
      }
      .out {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 16px;
      }
      .out p {
        flex: 1;
      }
      @media (max-width: 600px) {
        li {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr);
        }
        .row {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;
  @state() private status: Status | null = null;
  @state() private said: string | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Watch(this, (changed) => this.app.settings.listen(changed));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.ask();
    this.timer = setInterval(() => void this.ask(), AGAIN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <div class="head"><h1>System</h1></div>
      ${this.said === null ? nothing : html`<p class="alert" role="alert">${this.said}</p>`} ${this.problems()}
      ${this.services()} ${this.view()} ${this.person()}
      <p class="note">
        <a href="/licenses.txt" target="_blank" rel="noopener">Licences of the libraries in this page</a>
      </p>
    </div>`;
  }

  private async ask(): Promise<void> {
    if (document.hidden) return;
    try {
      this.status = await this.app.api.status();
      this.said = null;
    } catch (failure) {
      this.said = failure instanceof Problem ? failure.sentence : String(failure);
    }
  }

  private problems(): TemplateResult | typeof nothing {
    const problems = this.status?.problems ?? [];
    if (problems.length === 0) return nothing;
    return html`<section class="panel">
      <h2>To correct</h2>
      <ul>
        ${problems.map((problem) => html`<li class="problem">${problem}</li>`)}
      </ul>
    </section>`;
  }

  private services(): TemplateResult | typeof nothing {
    if (this.status === null) return nothing;
    const { services, kafka, version, facts } = this.status;
    const broker: readonly Service[] =
      kafka === null
        ? []
        : [
            {
              name: 'Events (Kafka)',
              state: kafka,
              detail: kafka === 'up' ? null : 'Pictures go on; news of cameras may be late.',
            },
          ];
    return html`<section class="panel">
      <h2>Services</h2>
      <ul>
        ${[...services, ...broker].map(
          ({ name, state, detail }) =>
            html`<li data-service=${name}>
              <span>${capital(name)}</span
              ><span class="value"
                ><i class="dot" data-tone=${GOOD.includes(state.toLowerCase()) ? 'live' : 'trouble'}></i
                >${state}${detail === null ? nothing : html` · ${detail}`}</span
              >
            </li>`,
        )}
        ${version === null ? nothing : html`<li><span>Version</span><span class="value number">${version}</span></li>`}
        ${facts.map(
          ([name, fact]) => html`<li><span>${spaced(name)}</span><span class="value number">${fact}</span></li>`,
        )}
      </ul>
    </section>`;
  }

  private view(): TemplateResult {
    const { theme, gridStyle } = this.app.settings.values;
    return html`<section class="panel">
      <h2>On this device</h2>
      <div class="settings">
        <div class="row">
          <span>Colours</span>${choices('Colours', THEMES, THEME_WORDS, theme, (chosen) =>
            this.app.settings.set({ theme: chosen }),
          )}
        </div>
        <div class="row">
          <span>Wall</span>${choices('Wall', GRID_STYLES, GRID_WORDS, gridStyle, (chosen) =>
            this.app.settings.set({ gridStyle: chosen }),
          )}
        </div>
      </div>
    </section>`;
  }

  private person(): TemplateResult | typeof nothing {
    const { session } = this.app;
    if (session === null) return nothing;
    return html`<section class="panel">
      <h2>Signed in</h2>
      <div class="out">
        <p>
          <strong>${session.username}</strong>${session.roles[0] === undefined ? nothing : html`, ${session.roles[0]}`}
          ${session.expiresAt === null
            ? nothing
            : html`<br /><span class="note">until ${exact(session.expiresAt)}</span>`}
        </p>
        <button class="button" @click=${() => void this.signOut()}>Sign out</button>
      </div>
    </section>`;
  }

  private async signOut(): Promise<void> {
    try {
      await this.app.signOut();
    } catch (failure) {
      this.said = failure instanceof Problem ? failure.sentence : String(failure);
    }
  }
}

function choices<T extends string>(
  label: string,
  all: readonly T[],
  words: Readonly<Record<T, string>>,
  now: T,
  choose: (chosen: T) => void,
): TemplateResult {
  return html`<div class="choices" role="group" aria-label=${label}>
    ${all.map(
      (one) =>
        html`<button aria-pressed=${one === now ? 'true' : 'false'} @click=${() => choose(one)}>${words[one]}</button>`,
    )}
  </div>`;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** "rtspPort" becomes "Rtsp port". */
const spaced = (name: string): string => capital(name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase());

declare global {
  interface HTMLElementTagNameMap {
    'nj-system': System;
  }
}
