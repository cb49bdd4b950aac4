// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Patrol, PatrolStep } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { base, buttons, fields, sheet } from '../parts/base';
import { dialogStyles, showDialog } from '../parts/dialog';
import { icons } from '../parts/icons';
import type { PatrolDraft } from './requests';
import { sentenceOf } from './shelf';

const USUAL_DWELL = 15;
const USUAL_RESUME = 60;
const LONGEST = 3600;

/** Makes or changes a patrol: which presets, in which order, for how long. */
@customElement('nj-patrol-editor')
export class PatrolEditor extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    sheet,
    dialogStyles,
    css`
      form {
        display: grid;
        gap: 16px;
      }
      ol {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 1fr 84px auto auto;
        align-items: center;
        gap: 4px;
      }
      .up svg {
        transform: none;
      }
      .actions .danger-text {
        margin-right: auto;
        color: var(--trouble);
      }
      .resume {
        grid-template-columns: 1fr 96px;
        align-items: center;
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;
  @property({ attribute: false }) camera!: string;
  /** Null makes a new one. */
  @property({ attribute: false }) patrol: Patrol | null = null;
  @state() private name = '';
  @state() private steps: readonly PatrolStep[] = [];
  @state() private resume = USUAL_RESUME;
  @state() private said: string | null = null;
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  override connectedCallback(): void {
    super.connectedCallback();
    const presets = this.app.shelf.of(this.camera).presets ?? [];
    this.name = this.patrol?.name ?? 'Round';
    this.steps = this.patrol?.steps ?? presets.map(({ token }) => ({ preset: token, dwellSeconds: USUAL_DWELL }));
    this.resume = this.patrol?.resumeAfterSeconds ?? USUAL_RESUME;
  }

  protected override firstUpdated(): void {
    showDialog(this.dialog);
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      <form @submit=${this.onSubmit} novalidate>
        <h2 id="title">${this.patrol === null ? 'New patrol' : this.patrol.name}</h2>
        <div class="field">
          <label for="patrol-name">Name</label>
          <input
            id="patrol-name"
            maxlength="60"
            autocomplete="off"
            .value=${this.name}
            @input=${(event: Event) => (this.name = valueOf(event))}
          />
        </div>
        <div class="field">
          <span class="label">Stops, and for how many seconds</span>
          <ol>
            ${this.steps.map((step, index) => this.step(step, index))}
          </ol>
          <button type="button" class="button" @click=${() => this.addStop()}>${icons.add} Add a stop</button>
        </div>
        <div class="field resume">
          <label for="patrol-resume">Goes on when nobody moved the camera for so many seconds</label>
          ${this.seconds('patrol-resume', this.resume, USUAL_RESUME, (seconds) => (this.resume = seconds))}
        </div>
        ${this.said === null ? nothing : html`<p class="alert" role="alert">${this.said}</p>`}
        <div class="actions">
          ${this.patrol === null
            ? nothing
            : html`<button
                type="button"
                class="button quiet danger-text"
                ?disabled=${this.busy}
                @click=${() => void this.forget(this.patrol)}
              >
                Delete
              </button>`}
          <button type="button" class="button" @click=${() => this.dialog.close()}>Cancel</button>
          <button class="button primary" ?disabled=${this.busy}>Save</button>
        </div>
      </form>
    </dialog>`;
  }

  private step(step: PatrolStep, index: number): TemplateResult {
    const presets = this.app.shelf.of(this.camera).presets ?? [];
    const known = presets.some(({ token }) => token === step.preset);
    const number = index + 1;
    return html`<li>
      <select
        aria-label="Stop ${number}"
        @change=${(event: Event) => this.put(index, { ...step, preset: valueOf(event) })}
      >
        ${known ? nothing : html`<option value=${step.preset} selected>A preset that is gone</option>`}
        ${presets.map(
          ({ token, name }) => html`<option value=${token} ?selected=${token === step.preset}>${name}</option>`,
        )}
      </select>
      ${this.seconds(`dwell-${index}`, step.dwellSeconds, USUAL_DWELL, (dwellSeconds) =>
        this.put(index, { ...step, dwellSeconds }),
      )}
      <button
        type="button"
        class="button quiet icon up"
        aria-label="Stop ${number} earlier"
        title="Earlier"
        ?disabled=${index === 0}
        @click=${() => this.earlier(index)}
      >
        ${icons.arrow}
      </button>
      <button
        type="button"
        class="button quiet icon"
        aria-label="Leave out stop ${number}"
        title="Leave out"
        @click=${() => (this.steps = this.steps.filter((_, at) => at !== index))}
      >
        ${icons.close}
      </button>
    </li>`;
  }

  private seconds(id: string, value: number, usual: number, set: (seconds: number) => void): TemplateResult {
    return html`<input
      id=${id}
      type="number"
      inputmode="numeric"
      min="1"
      max=${LONGEST}
      aria-label=${id.startsWith('dwell') ? 'Seconds' : nothing}
      .value=${String(value)}
      @change=${(event: Event) => set(secondsOf(event, usual))}
    />`;
  }

  private put(index: number, step: PatrolStep): void {
    this.steps = this.steps.map((before, at) => (at === index ? step : before));
  }

  private earlier(index: number): void {
    const steps = [...this.steps];
    steps.splice(index - 1, 0, ...steps.splice(index, 1));
    this.steps = steps;
  }

  private addStop(): void {
    const [first] = this.app.shelf.of(this.camera).presets ?? [];
    if (first !== undefined) this.steps = [...this.steps, { preset: first.token, dwellSeconds: USUAL_DWELL }];
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.busy) void this.save();
  };

  private async save(): Promise<void> {
    if (this.name.trim() === '') this.said = 'Give the patrol a name.';
    else if (this.steps.length < 2) this.said = 'A patrol needs at least two stops.';
    else {
      const draft = { name: this.name.trim(), steps: this.steps, resumeAfterSeconds: this.resume };
      await this.run(() => this.app.shelf.savePatrol(this.camera, this.patrol?.id ?? null, draft));
    }
  }

  private async forget(patrol: Patrol | null): Promise<void> {
    if (patrol === null) return;
    const { app, camera } = this;
    const done = await this.run(() => app.shelf.forgetPatrol(camera, patrol.id));
    if (!done) return;
    const draft: PatrolDraft = {
      name: patrol.name,
      steps: patrol.steps,
      resumeAfterSeconds: patrol.resumeAfterSeconds ?? USUAL_RESUME,
    };
    const undo = async (): Promise<void> => {
      await app.shelf
        .savePatrol(camera, null, draft)
        .catch((failure: unknown) => app.notices.show({ text: sentenceOf(failure) }));
    };
    app.notices.show({ text: `${patrol.name} was deleted.`, action: { word: 'Undo', run: undo } });
  }

  private async run(action: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.said = null;
    try {
      await action();
      this.dialog.close();
      return true;
    } catch (failure) {
      this.said = sentenceOf(failure);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

function secondsOf(event: Event, usual: number): number {
  const typed = Math.round(Number(valueOf(event)));
  return typed > 0 ? Math.min(LONGEST, typed) : usual;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'nj-patrol-editor': PatrolEditor;
  }
}
