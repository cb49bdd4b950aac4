// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Abilities, Preset } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { base, buttons } from '../parts/base';
import { icons } from '../parts/icons';
import { Watch } from '../parts/watch';
import { drawerStyles } from './drawer-styles';
import type { PresetTask } from './preset-dialog';
import './preset-dialog';

/** The positions that a camera remembers, as pictures to press. */
@customElement('nj-presets')
export class Presets extends LitElement {
  static override styles = [
    base,
    buttons,
    drawerStyles,
    css`
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(112px, 1fr));
        gap: 8px;
      }
      :host([plain]) .cards {
        grid-auto-flow: column;
        grid-template-columns: none;
        grid-auto-columns: 112px;
      }
      .card {
        position: relative;
        aspect-ratio: 16 / 9;
        border-radius: 8px;
        overflow: hidden;
        background: rgb(255 255 255 / 10%);
      }
      .card > button:first-child {
        position: absolute;
        inset: 0;
        display: block;
        padding: 0;
        border: 0;
        border-radius: inherit;
        background: transparent;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      .card > button:first-child:focus-visible {
        outline-offset: -3px;
      }
      .card[data-here] {
        box-shadow: 0 0 0 2px var(--picture-accent);
      }
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .no-picture {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        padding-bottom: 12px;
        opacity: 0.5;
      }
      .name {
        position: absolute;
        inset: auto 0 0;
        padding: 16px 8px 5px;
        overflow: hidden;
        background: linear-gradient(to top, rgb(var(--shade) / 90%), rgb(var(--shade) / 60%) 50%, transparent);
        font-size: var(--size-12);
        font-weight: 600;
        text-align: left;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .changes {
        position: absolute;
        inset: 0 0 auto;
        display: flex;
        justify-content: space-between;
        pointer-events: none;
      }
      .changes button {
        display: grid;
        place-items: center;
        width: var(--target);
        height: var(--target);
        padding: 0;
        border: 0;
        border-radius: 8px;
        background: rgb(var(--shade) / 78%);
        color: inherit;
        cursor: pointer;
        pointer-events: auto;
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;
  @property({ attribute: false }) camera!: string;
  @property({ attribute: false }) can!: Abilities;
  /** To go there only. */
  @property({ type: Boolean, reflect: true }) plain = false;
  @state() private changing = false;
  @state() private task: PresetTask | null = null;

  constructor() {
    super();
    new Watch(this, (changed) => this.app.shelf.listen(changed));
    new Watch(this, (changed) => this.app.store.listen(changed));
  }

  protected override render(): TemplateResult {
    const { presets, problem, version } = this.app.shelf.of(this.camera);
    if (presets === null) {
      return html`<p class="quiet">
        ${problem === null ? 'Reading the presets…' : `The presets cannot be read. ${problem}`}
      </p>`;
    }
    return html`${this.plain ? nothing : this.tools(presets)}
    ${presets.length === 0
      ? html`<p class="quiet">
          ${this.plain || !this.can.savePresets
            ? 'This camera remembers no position yet.'
            : 'No preset yet. Point the camera somewhere and save the view.'}
        </p>`
      : html`<ul class="cards">
          ${repeat(
            presets,
            ({ token }) => token,
            (preset, index) => this.card(preset, index, version),
          )}
        </ul>`}
    ${this.task === null
      ? nothing
      : html`<nj-preset-dialog
          .app=${this.app}
          .camera=${this.camera}
          .task=${this.task}
          @close=${() => (this.task = null)}
        ></nj-preset-dialog>`}`;
  }

  private tools(presets: readonly Preset[]): TemplateResult {
    const { savePresets, maxPresets, setHome } = this.can;
    const full = maxPresets > 0 && presets.length >= maxPresets;
    return html`<div class="tools">
      ${savePresets
        ? html`<button
            type="button"
            class="button"
            ?disabled=${full}
            title=${full
              ? `This camera remembers ${maxPresets} positions at most.`
              : 'The camera remembers where it looks now'}
            @click=${() => (this.task = { do: 'save' })}
          >
            ${icons.add} Save this view
          </button>`
        : nothing}
      ${setHome
        ? html`<button
            type="button"
            class="button icon"
            aria-label="Make this view home"
            title="Make this view home"
            @click=${() => (this.task = { do: 'home' })}
          >
            ${icons.home}
          </button>`
        : nothing}
      ${savePresets && presets.length > 0
        ? html`<button
            type="button"
            class="button icon"
            aria-label="Change presets"
            title="Change presets"
            aria-pressed=${this.changing ? 'true' : 'false'}
            @click=${() => (this.changing = !this.changing)}
          >
            ${icons.edit}
          </button>`
        : nothing}
    </div>`;
  }

  private card(preset: Preset, index: number, version: number): TemplateResult {
    const here = this.app.store.head(this.camera)?.preset === preset.token;
    const key = index < 9 ? ` (${index + 1} while P is on)` : '';
    return html`<li class="card" ?data-here=${here}>
      <button
        type="button"
        aria-label="Go to ${preset.name}"
        aria-current=${here ? 'true' : 'false'}
        title="Go to ${preset.name}${key}"
        @click=${() => void this.app.shelf.goTo(this.camera, preset)}
      >
        ${preset.picture
          ? html`<img
              alt=""
              draggable="false"
              src=${this.app.heads.presetPicture(this.camera, preset.token, version)}
            />`
          : html`<span class="no-picture">${icons.presets}</span>`}
        <span class="name">${preset.name}</span>
      </button>
      ${this.changing && !this.plain
        ? html`<div class="changes">
            <button
              type="button"
              aria-label="Set ${preset.name} to this view"
              title="Set ${preset.name} to this view"
              @click=${() => (this.task = { do: 'overwrite', preset })}
            >
              ${icons.retake}
            </button>
            <button
              type="button"
              aria-label="Delete ${preset.name}"
              title="Delete ${preset.name}"
              @click=${() => (this.task = { do: 'forget', preset })}
            >
              ${icons.bin}
            </button>
          </div>`
        : nothing}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-presets': Presets;
  }
}
