// SPDX-License-Identifier: Apache-2.0
import type { PropertyValues, TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem } from '../api/http';
import type { Camera } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { paths } from '../app/router';
import { base, buttons, fields, sheet } from '../parts/base';
import { icons } from '../parts/icons';
import { Watch } from '../parts/watch';
import type { Form } from './draft';
import { EMPTY, draftOf, formOf, formOfFound, slug } from './draft';
import { editorStyles } from './editor-styles';
import type { FormView, TextField } from './form';
import { cameraForm } from './form';
import { mistakes } from './mistakes';
import './discovery';
import './removal';
import type { CameraTrial } from './trial';
import './trial';

/** Adds a camera, or shows and changes one. */
@customElement('nj-editor')
export class Editor extends LitElement {
  static override styles = [base, buttons, fields, sheet, editorStyles];

  @property({ attribute: false }) app!: Nightjar;
  /** The camera to change; null adds one. */
  @property({ attribute: false }) camera: string | null = null;
  @state() private form: Form = EMPTY;
  @state() private errors: ReadonlyMap<string, string> = new Map();
  @state() private said: string | null = null;
  @state() private busy = false;
  @state() private existing: Camera | null = null;
  @state() private removing = false;
  @state() private missing: string | null = null;
  @query('nj-trial') private trial!: CameraTrial | null;
  private idTyped = false;

  constructor() {
    super();
    new Watch(this, (changed) => this.app.listen(changed));
    new Watch(this, (changed) => this.app.shelf.listen(changed));
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('camera')) void this.load();
  }

  private async load(): Promise<void> {
    this.form = EMPTY;
    this.errors = new Map();
    this.said = this.missing = this.existing = null;
    const id = this.camera;
    if (id === null) return;
    try {
      const camera = await this.app.api.camera(id);
      if (this.camera !== id) return;
      this.existing = camera;
      this.form = formOf(camera);
      if (this.form.ptz && !camera.hidden) void this.app.shelf.load(id);
    } catch (failure) {
      this.missing = failure instanceof Problem ? failure.sentence : String(failure);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.missing !== null) {
      return html`<div class="page">
        ${this.head('Camera')}
        <p class="alert" role="alert">${this.missing}</p>
      </div>`;
    }
    if (this.camera !== null && this.existing === null) return nothing;
    const title = this.existing === null ? 'Add a camera' : this.existing.name;
    return html`<div class="page">
      ${this.head(title)} ${this.whyReadOnly()}
      ${this.existing === null && !this.readOnly
        ? html`<nj-discovery
            .app=${this.app}
            @choose=${(event: CustomEvent<Camera>) => this.set(formOfFound(event.detail, this.form))}
          ></nj-discovery>`
        : nothing}
      <form @submit=${this.onSubmit} novalidate autocomplete="off">
        ${cameraForm(this.view())}
        <nj-trial .app=${this.app}></nj-trial>
        ${this.said === null ? nothing : html`<p class="alert" role="alert">${this.said}</p>`} ${this.actions()}
      </form>
      ${this.removing && this.existing !== null
        ? html`<nj-removal
            .app=${this.app}
            .camera=${this.existing}
            @close=${() => (this.removing = false)}
          ></nj-removal>`
        : nothing}
    </div>`;
  }

  private get readOnly(): boolean {
    return !this.app.mayEdit || this.existing?.editable === false;
  }

  private head(title: string): TemplateResult {
    return html`<div class="head">
      <a class="button quiet icon" href=${paths.cameras} aria-label="Back to the cameras" title="Back">${icons.back}</a>
      <h1>${title}</h1>
    </div>`;
  }

  private whyReadOnly(): TemplateResult | typeof nothing {
    if (!this.readOnly) return nothing;
    const why =
      this.existing?.origin === 'file'
        ? 'This camera is defined in a file on the server, so it is changed there. Nightjar reads the file again by itself.'
        : 'You may look at this camera, but only an administrator may change it.';
    return html`<p class="alert calm">${why}</p>`;
  }

  private view(): FormView {
    return {
      form: this.form,
      existing: this.existing,
      readOnly: this.readOnly,
      errors: this.errors,
      presets: (this.camera === null ? null : this.app.shelf.of(this.camera).presets) ?? [],
      typed: (field, text) => this.typed(field, text),
      set: (change) => this.set(change),
    };
  }

  private actions(): TemplateResult {
    if (this.readOnly) return html`<div class="actions"><a class="button" href=${paths.cameras}>Back</a></div>`;
    const word = this.existing === null ? 'Add the camera' : 'Save';
    return html`<div class="actions">
      <button class="button primary" ?disabled=${this.busy}>${this.busy ? 'Saving…' : word}</button>
      <button type="button" class="button" @click=${this.onTry}>Try it out</button>
      <a class="button quiet" href=${paths.cameras}>Cancel</a>
      ${this.existing === null
        ? nothing
        : html`<button type="button" class="button quiet remove" @click=${() => (this.removing = true)}>
            Remove…
          </button>`}
    </div>`;
  }

  private typed(field: TextField, text: string): void {
    if (field === 'id') this.idTyped = text !== '';
    this.set({ [field]: text });
    if (field === 'name' && this.existing === null && !this.idTyped) this.set({ id: slug(text) });
  }

  private set(change: Partial<Form>): void {
    this.form = { ...this.form, ...change };
    this.trial?.forget();
  }

  private readonly onTry = (): void => {
    void this.tryOut();
  };

  /** A camera may be tried out before it has a name. */
  private async tryOut(): Promise<void> {
    const wrong = [...mistakes(this.form, false, [], this.existing)].filter(([path]) => path !== 'name');
    this.errors = new Map(wrong);
    if (wrong.length > 0) {
      this.trial?.forget();
      this.focusFirstError();
      return;
    }
    const refused = await this.trial?.start(draftOf(this.form, this.existing));
    if (!refused) return;
    this.errors = refused;
    await this.updateComplete;
    this.unfoldErrors();
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.busy && !this.readOnly) void this.save();
  };

  private async save(): Promise<void> {
    const adding = this.existing === null;
    this.said = null;
    this.errors = mistakes(
      this.form,
      adding,
      this.app.store.allCameras.map(({ id }) => id),
      this.existing,
    );
    if (this.errors.size > 0) {
      this.focusFirstError();
      return;
    }
    this.busy = true;
    const draft = draftOf(this.form, this.existing);
    try {
      await (adding ? this.app.api.add(draft) : this.app.api.change(draft));
    } catch (failure) {
      this.explain(failure);
      return;
    } finally {
      this.busy = false;
    }
    this.app.notices.show({ text: adding ? `${draft.name} was added.` : `${draft.name} was saved.` });
    this.app.router.go(adding && !draft.hidden ? paths.wall : paths.cameras);
  }

  /** At the fields where they are known, and in one sentence in any case. */
  private explain(failure: unknown): void {
    if (!(failure instanceof Problem)) throw failure;
    this.errors = failure.fields;
    this.said = failure.sentence;
    this.focusFirstError();
  }

  private focusFirstError(): void {
    void this.updateComplete.then(() => {
      this.unfoldErrors();
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
  }

  private unfoldErrors(): void {
    for (const wrong of this.renderRoot.querySelectorAll('[aria-invalid="true"], .error:not([hidden])')) {
      wrong.closest('details')?.setAttribute('open', '');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-editor': Editor;
  }
}
