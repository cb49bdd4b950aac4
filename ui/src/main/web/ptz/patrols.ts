// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Patrol } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { base, buttons } from '../parts/base';
import { icons } from '../parts/icons';
import { Watch } from '../parts/watch';
import { duration } from '../words/times';
import { drawerStyles } from './drawer-styles';
import './patrol-editor';

/** Rounds from preset to preset: started, stopped, made and changed. */
@customElement('nj-patrols')
export class Patrols extends LitElement {
  static override styles = [
    base,
    buttons,
    drawerStyles,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 4px 4px 4px 12px;
        border-radius: var(--radius);
        background: rgb(255 255 255 / 8%);
      }
      li + li {
        margin-top: 8px;
      }
      li[data-on] {
        box-shadow: inset 0 0 0 2px var(--picture-accent);
      }
      .about {
        flex: 1;
        min-width: 0;
      }
      .about p {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .about p + p {
        color: var(--on-picture-soft);
        font-size: var(--size-12);
      }
      strong {
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;
  @property({ attribute: false }) camera!: string;
  /** The patrol that is edited, or a new one. */
  @state() private editing: Patrol | 'new' | null = null;

  constructor() {
    super();
    new Watch(this, (changed) => this.app.shelf.listen(changed));
    new Watch(this, (changed) => this.app.store.listen(changed));
  }

  protected override render(): TemplateResult {
    const { patrols, presets, problem } = this.app.shelf.of(this.camera);
    if (patrols === null || presets === null) {
      return html`<p class="quiet">
        ${problem === null ? 'Reading the patrols…' : `The patrols cannot be read. ${problem}`}
      </p>`;
    }
    const enough = presets.length >= 2;
    return html`${enough
      ? html`<div class="tools">
          <button type="button" class="button" @click=${() => (this.editing = 'new')}>${icons.add} New patrol</button>
        </div>`
      : nothing}
    ${patrols.length > 0
      ? html`<ul>
          ${patrols.map((patrol) => this.row(patrol))}
        </ul>`
      : html`<p class="quiet">
          ${enough
            ? 'No patrol yet. A patrol goes from preset to preset by itself, and steps aside when somebody moves the camera.'
            : 'A patrol goes from preset to preset. Save at least two presets first.'}
        </p>`}
    ${this.editing === null
      ? nothing
      : html`<nj-patrol-editor
          .app=${this.app}
          .camera=${this.camera}
          .patrol=${this.editing === 'new' ? null : this.editing}
          @close=${() => (this.editing = null)}
        ></nj-patrol-editor>`}`;
  }

  private row(patrol: Patrol): TemplateResult {
    const head = this.app.store.head(this.camera);
    const running = head === null ? patrol.running : head.patrol === patrol.id;
    const dwell = patrol.steps.reduce((sum, step) => sum + step.dwellSeconds, 0);
    const state = running ? (head?.patrolPaused === true ? 'Waits' : 'Under way') : `About ${duration(dwell * 1000)}`;
    return html`<li ?data-on=${running}>
      <div class="about">
        <p><strong>${patrol.name}</strong></p>
        <p class="number">${patrol.steps.length} stops · ${state}</p>
      </div>
      <button
        type="button"
        class="button icon"
        aria-label="Change ${patrol.name}"
        title="Change ${patrol.name}"
        @click=${() => (this.editing = patrol)}
      >
        ${icons.edit}
      </button>
      <button
        type="button"
        class="button icon"
        aria-label="${running ? 'End' : 'Start'} ${patrol.name}"
        title="${running ? 'End' : 'Start'} ${patrol.name}"
        @click=${() => void this.app.shelf.patrol(this.camera, patrol, running ? 'stop' : 'start')}
      >
        ${running ? icons.stop : icons.play}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-patrols': Patrols;
  }
}
