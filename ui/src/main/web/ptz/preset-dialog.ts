// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Preset } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { base, buttons, fields, sheet } from '../parts/base';
import { dialogStyles, showDialog } from '../parts/dialog';
import { sentenceOf } from './shelf';

export type PresetTask =
  | { readonly do: 'save' }
  | { readonly do: 'home' }
  | { readonly do: 'overwrite'; readonly preset: Preset }
  | { readonly do: 'forget'; readonly preset: Preset };

/** Names a new preset, and asks before one that is known changes or goes. */
@customElement('nj-preset-dialog')
export class PresetDialog extends LitElement {
  static override styles = [base, buttons, fields, sheet, dialogStyles];

  @property({ attribute: false }) app!: Nightjar;
  @property({ attribute: false }) camera!: string;
  @property({ attribute: false }) task!: PresetTask;
  @state() private said: string | null = null;
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement | null;

  protected override firstUpdated(): void {
    showDialog(this.dialog);
    this.input?.select();
  }

  protected override render(): TemplateResult {
    const [title, words, action] = this.words();
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      <form @submit=${this.onSubmit}>
        <h2 id="title">${title}</h2>
        <p class="note">${words}</p>
        ${this.task.do === 'save' ? this.field() : nothing}
        ${this.said === null ? nothing : html`<p class="alert" role="alert">${this.said}</p>`}
        <div class="actions">
          <button
            type="button"
            class="button"
            ?autofocus=${this.task.do !== 'save'}
            @click=${() => this.dialog.close()}
          >
            ${this.task.do === 'forget' ? 'Keep it' : 'Cancel'}
          </button>
          <button class="button ${this.task.do === 'forget' ? 'danger' : 'primary'}" ?disabled=${this.busy}>
            ${action}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  private field(): TemplateResult {
    const taken = this.app.shelf.of(this.camera).presets?.length ?? 0;
    return html`<div class="field">
      <label for="preset-name">Name</label>
      <input id="preset-name" maxlength="60" autocomplete="off" autofocus value="View ${taken + 1}" />
    </div>`;
  }

  private words(): readonly [title: string, words: string, action: string] {
    const { task } = this;
    const name = this.app.store.camera(this.camera)?.name ?? this.camera;
    switch (task.do) {
      case 'save':
        return ['Save this view', `${name} remembers where it looks now, with a picture.`, 'Save'];
      case 'home':
        return [
          'Make this view home?',
          `${name} goes here when it is sent home. Where home was before is forgotten.`,
          'Make it home',
        ];
      case 'overwrite':
        return [
          `Set ${task.preset.name} to this view?`,
          'It means where the camera looks now. The view it had before is forgotten and cannot be brought back.',
          'Set it',
        ];
      case 'forget':
        return [
          `Delete ${task.preset.name}?`,
          `${name} forgets this view, and patrols leave it out. That cannot be undone: the view would have to be found and saved again.`,
          `Delete ${task.preset.name}`,
        ];
    }
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.busy) void this.run();
  };

  private async run(): Promise<void> {
    const name = this.input?.value.trim() ?? '';
    if (this.task.do === 'save' && name === '') {
      this.said = 'Give it a name.';
      return;
    }
    this.busy = true;
    try {
      const said = await this.act(name);
      this.app.notices.show({ text: said });
      this.dialog.close();
    } catch (failure) {
      this.said = sentenceOf(failure);
    } finally {
      this.busy = false;
    }
  }

  private async act(name: string): Promise<string> {
    const { task, camera } = this;
    const { shelf } = this.app;
    switch (task.do) {
      case 'save':
        await shelf.savePreset(camera, name, null);
        return `${name} was saved.`;
      case 'home':
        await this.app.heads.setHome(camera);
        return 'This view is home now.';
      case 'overwrite':
        await shelf.savePreset(camera, task.preset.name, task.preset.token);
        return `${task.preset.name} means this view now.`;
      case 'forget':
        await shelf.forgetPreset(camera, task.preset.token);
        return `${task.preset.name} was deleted.`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-preset-dialog': PresetDialog;
  }
}
